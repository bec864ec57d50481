import { t } from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import type { Call, Services } from "../command.ts";
import { packIdOf, pickPackagedVersion, pickVersion } from "../ask/pickers.ts";
import { releaseOf } from "../ask/pastReleases.ts";
import { packagedVersionOf } from "../ask/packagedVersionOf.ts";
import { textArgument } from "../ask/rowSubject.ts";

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
  const version = await packagedVersionOf(services, args[0], () => pickPackagedVersion(services, title));
  if (!version) return;
  const backend = await services.backend.get();
  const other = textArgument(args, 1) ?? (await pickOther(backend, version));
  if (other === undefined) return;
  const { comparePackagedVersions } = await comparisons();
  await comparePackagedVersions(backend, version.packageId, other);
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

function pickOther(backend: Backend, compared: PackagedVersion): Promise<string | undefined> {
  const { packageId, componentId, componentName, packageVersion } = compared;
  return pickVersion(
    t("Compare {0} {1} With…", componentName, packageVersion),
    backend,
    componentId,
    (version) => version.packageId !== packageId,
    t('"{0}" has no other packaged version to compare with.', componentName),
  );
}
