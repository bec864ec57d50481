import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../../backend/backendReads.ts";
import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import type { ComponentVersions } from "../../model/release/release.ts";
import { releaseOf } from "../ask/releaseOf.ts";
import type { Call } from "../command.ts";
import type { WizardServices } from "./openWizard.ts";

/** Opens the wizard with the versions of an earlier release. */
export async function rollBack(services: WizardServices, call: Call): Promise<void> {
  const chosen = await releaseOf(services, call, {
    title: l10n.t("Roll Back to an Earlier Release"),
    offer: ({ latest }) => !latest,
    none: l10n.t("This pack has no earlier release to go back to."),
  });
  if (!chosen) return;
  const { versions, releasedAt } = chosen.past.release;
  const wizard = await services.panels.wizard();
  const backend = await services.backend.get();
  const pack = await backend.getPack(chosen.packId);
  const removed = await removedComponents(backend, pack, versions);
  wizard.open({ pack, start: { option: "immediate", versions, rollBackTo: releasedAt, removed } });
}

/** The names of the released components that are not in the pack now; the id of a component whose name is unknown. */
async function removedComponents(
  backend: BackendReads,
  { components }: IntegrationPack,
  released: ComponentVersions,
): Promise<string[]> {
  const inPack = new Set(components.map(({ componentId }) => componentId));
  const removed = Object.keys(released).filter((componentId) => !inPack.has(componentId));
  const known = await readKnownVersions(backend, removed);
  return removed.map((componentId) => known.get(componentId)?.[0]?.componentName ?? componentId);
}
