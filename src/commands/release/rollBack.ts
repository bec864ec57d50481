import { t } from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import type { ComponentVersions } from "../../model/release/release.ts";
import type { Call, Services } from "../command.ts";
import { releaseOf } from "../ask/pastReleases.ts";

/** Opens the wizard with exactly the versions of an earlier release. */
export async function rollBack(services: Services, call: Call): Promise<void> {
  const chosen = await releaseOf(services, call, {
    title: t("Roll Back to an Earlier Release"),
    offer: ({ latest }) => !latest,
    none: t("This pack has no earlier release to go back to."),
  });
  if (!chosen) return;
  const { packId, past } = chosen;
  const { versions, releasedAt } = past.release;
  const removed = await namesOfRemoved(await services.backend.get(), packId, versions);
  const wizards = await services.wizards();
  await wizards.open(packId, { option: "immediate", versions, rollBackTo: releasedAt, removed });
}

/** The components that were in the release and are not in the pack any more, by name; by id where they have none left. */
async function namesOfRemoved(
  backend: Backend,
  packId: string,
  versions: ComponentVersions,
): Promise<string[]> {
  const { components } = await backend.getPack(packId);
  const inPack = new Set(components.map(({ componentId }) => componentId));
  const removed = Object.keys(versions).filter((componentId) => !inPack.has(componentId));
  const known = await readKnownVersions(backend, removed);
  return removed.map((componentId) => known.get(componentId)?.[0]?.componentName ?? componentId);
}
