import { releaseErrors } from "../../../errors/releaseErrors.ts";
import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { Availability, FindVersion } from "../../../model/pack/packagedVersion.ts";
import { versionIn, type ComponentVersions, type ReleaseRequest } from "../../../model/release/release.ts";
import { packFingerprint } from "../../../model/release/packFingerprint.ts";
import { preselectedVersion } from "../../../model/release/preselectedVersions.ts";
import { resolveVersions } from "../../../model/release/resolveVersions.ts";
import type { PackStates } from "../schedules/packStates.ts";
import type { VersionReader } from "../packs/versionReader.ts";

/** A request that may be carried out, and the pack that it was held against. */
export interface ResolvedRequest {
  readonly pack: IntegrationPack;
  readonly versions: ComponentVersions;
}

/** Holds a request against the pack as it is right now. @throws as `Backend.release` */
export async function resolveRequest(
  states: PackStates,
  reader: VersionReader,
  { packId, versions = {}, preselect, expected, replaceScheduled = false }: ReleaseRequest,
): Promise<ResolvedRequest> {
  const pack = await states.fresh(packId);
  if (expected !== undefined && expected !== packFingerprint(pack)) throw releaseErrors.conflict(pack.name);
  const resolved = resolveVersions(pack, versions, await versionFinder(reader, pack, versions), preselect);
  if (pack.scheduled && !replaceScheduled) {
    throw scheduleErrors.alreadyScheduled(pack.name, pack.scheduled.date, pack.scheduled.timeZone);
  }
  return { pack, versions: resolved };
}

/** Knows the versions of the components that a release changes; the others' are not asked for. */
export async function versionFinder(
  reader: VersionReader,
  pack: IntegrationPack,
  requested: ComponentVersions,
): Promise<FindVersion<Availability>> {
  const changing = pack.components.flatMap((component): [string, string][] => {
    const { componentId, currentVersion, deleted } = component;
    const chosen = versionIn(requested, componentId) ?? preselectedVersion(component);
    return deleted || chosen === currentVersion ? [] : [[componentId, chosen]];
  });
  const known = changing.length === 0 ? undefined : await reader.listForRelease(Object.fromEntries(changing));
  return (componentId, packageVersion) =>
    known?.get(componentId)?.find((version) => version.packageVersion === packageVersion);
}
