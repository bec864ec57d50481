import type { IntegrationPack, PackComponent } from "../../src/model/pack/pack.ts";
import type { PackagedVersion } from "../../src/model/pack/packagedVersion.ts";
import type { WizardMessage } from "../../src/protocol/wizard/wizardMessage.ts";
import type { WizardPack } from "../../src/protocol/wizard/wizardPack.ts";
import type { WizardStart } from "../../src/protocol/wizard/wizardStart.ts";
import { receiveMessage } from "../../webview-ui/wizard/state/receive/receiveMessage.ts";
import { initialState, type WizardState } from "../../webview-ui/wizard/state/wizardState.ts";
import { packagedVersion } from "./fixtures/packagedVersion.ts";

// Messages to the wizard's page, and the states that they lead to.

/** A component whose preselected version is 1.1. */
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

/** A pack with these components, as messages to the wizard have it. */
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
  capabilities: {
    canSchedule: true,
    canUndelete: true,
    pendingUpdates: "here",
    canConfirmLeaving: true,
    actions: [],
  },
  timeZone: "Europe/Berlin",
  releaseBranch: "main",
});

/** A packaged version of component `a`. The defaults make it one that can be chosen. */
export const version = (
  packageVersion: string,
  differences: Partial<PackagedVersion> = {},
): PackagedVersion =>
  packagedVersion("a", "Component a", packageVersion, "2026-01-01T00:00:00Z", {
    packageId: `k-${packageVersion}`,
    ...differences,
  });

/** The first message to a new page. */
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
export const after = (...messages: readonly WizardMessage[]) =>
  messages.reduce(receiveMessage, initialState());
/** The state after the user submitted the release. */
export const submitted = (state: WizardState): WizardState => ({
  ...state,
  stored: { ...state.stored, step: "schedule", submission: { state: "underWay" } },
});
/** The state after the page was hidden or the window was reloaded. */
export const reloaded = ({ stored }: WizardState) => initialState(structuredClone(stored));

/** Two versions of component `a`, newest first. */
export const twoVersions = [version("1.1"), version("1.0")];
