import { t } from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { packIdOf, pickPackagedVersion, pickVersion } from "../ask/pickers.ts";
import { releaseOf } from "../ask/pastReleases.ts";
import { rowSubject, textArgument } from "../ask/rowSubject.ts";

/** The code that compares is loaded when something is compared. */
const comparisons = () => import("../../comparison/packComparisons.ts");

/** Compares what the next release would carry with what is released. */
export async function compareWithReleased(services: Services, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: t("Compare Pending with Released Versions"),
    offer: ({ releasable }) => releasable,
    none: t("No integration pack has pending versions to compare."),
  });
  if (packId === undefined) return;
  const { comparePackWithReleased } = await comparisons();
  await comparePackWithReleased(await services.backend.get(), packId);
}

/** Compares a packaged version with another one of its component. */
export async function compareWith(services: Services, { args }: Call): Promise<void> {
  const title = t("Compare With Another Version");
  const packageId =
    textArgument(args, 0) ?? rowSubject(args[0]).packageId ?? (await pickPackagedVersion(services, title));
  if (packageId === undefined) return;
  const backend = await services.backend.get();
  const other = textArgument(args, 1) ?? (await pickOther(services, packageId));
  if (other === undefined) return;
  const { comparePackagedVersions } = await comparisons();
  await comparePackagedVersions(backend, packageId, other);
}

/** Compares a release with the one that it replaced. */
export async function compareWithPrevious(services: Services, call: Call): Promise<void> {
  const chosen = await releaseOf(services, call, {
    title: t("Compare With Previous Release"),
    offer: ({ previous }) => previous !== undefined,
    none: t("This pack has no two releases to compare."),
  });
  if (!chosen) return;
  const { compareReleaseWithPrevious } = await comparisons();
  await compareReleaseWithPrevious(
    await services.backend.get(),
    chosen.packId,
    chosen.past.release.releaseId,
  );
}

async function pickOther(services: Services, packageId: string): Promise<string | undefined> {
  const backend = await services.backend.get();
  const { componentId, componentName, packageVersion } = await backend.getVersion(packageId);
  return pickVersion(
    t("Compare {0} {1} With…", componentName, packageVersion),
    backend,
    componentId,
    (version) => version.packageId !== packageId,
    t('"{0}" has no other packaged version to compare with.', componentName),
  );
}
