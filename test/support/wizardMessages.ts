import type { IntegrationPack, PackComponent } from "../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../src/model/pack/packagedVersion.ts";
import type { WizardMessage, WizardPack, WizardStart } from "../../src/protocol/wizard.ts";
import { receive } from "../../webview-ui/wizard/receive.ts";
import { initialState, type WizardState } from "../../webview-ui/wizard/wizardState.ts";
import { packagedVersion } from "./fixtures/packagedVersion.ts";

// What the wizard's page is told, and the state that it has then.

/** A component that the wizard would release with version 1.1. */
export const component = (componentId: string, differences: Partial<PackComponent> = {}): PackComponent => ({
  componentId,
  componentName: `Component ${componentId}`,
  componentType: "process",
  currentVersion: "1.0",
  pendingVersion: "",
  latestVersion: "1.1",
  deleted: false,
  ...differences,
});

/** What the wizard is told of a pack with these components. */
export const packOf = (
  components: readonly PackComponent[],
  differences: Partial<IntegrationPack> = {},
): WizardPack => ({
  pack: {
    packId: "p",
    name: "Order to Cash",
    description: "",
    installationType: "SINGLE",
    deploymentModel: "packaged",
    components,
    ...differences,
  },
  capabilities: { canSchedule: true, appliesPendingUpdates: true, actions: [] },
  timeZone: "Europe/Berlin",
});

/** A packaged version of component `a`; the defaults make it one that can be chosen. */
export const version = (
  packageVersion: string,
  differences: Partial<PackagedVersion> = {},
): PackagedVersion =>
  packagedVersion("a", "Component a", packageVersion, "2026-01-01T00:00:00Z", {
    packageId: `k-${packageVersion}`,
    ...differences,
  });

/** What the page is opened with. */
export const start = (differences: Partial<WizardStart> = {}): WizardMessage => ({
  type: "start",
  start: { option: "immediate", ...differences },
});
export const packMessage = (pack: WizardPack): WizardMessage => ({ type: "pack", ...pack });
export const versionsMessage = (versions: readonly PackagedVersion[]): WizardMessage => ({
  type: "versions",
  versions: { a: versions },
});

/** The state of a new page after the messages. */
export const after = (...messages: readonly WizardMessage[]) => messages.reduce(receive, initialState());
/** The state once the release was asked for on the last page. */
export const pressed = (state: WizardState): WizardState => ({
  ...state,
  kept: { ...state.kept, step: "schedule", submission: { state: "underWay" } },
});
/** What the page goes on with when it was hidden or the window reloaded. */
export const reloaded = ({ kept }: WizardState) => initialState(structuredClone(kept));

/** The versions of component `a`, newest first. */
export const both = [version("1.1"), version("1.0")];
