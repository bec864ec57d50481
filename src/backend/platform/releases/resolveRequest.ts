import { releaseErrors } from "../../../errors/releaseErrors.ts";
import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import { defaultReleaseBranch } from "../../../model/pack/branch.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { Availability, FindVersion } from "../../../model/pack/packagedVersion.ts";
import type { PlanReference } from "../../../model/plan/planReference.ts";
import {
  versionIn,
  withoutComponents,
  type ComponentVersions,
  type ReleaseRequest,
} from "../../../model/release/release.ts";
import { packFingerprint } from "../../../model/release/packFingerprint.ts";
import { resolveVersions } from "../../../model/release/resolveVersions.ts";
import { withZone } from "../../../model/schedule/uncertainZone.ts";
import { readPreselectedVersions } from "../../readPreselectedVersions.ts";
import type { VersionReader } from "../packs/versionReader.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ScheduleRecord } from "../records/scheduleRecord.ts";
import type { ScheduledPacks } from "../schedules/scheduledPacks.ts";

/** A request that may be carried out, with what it was checked against. */
export interface ResolvedRequest {
  readonly pack: IntegrationPack;
  readonly versions: ComponentVersions;
  readonly scheduled: ScheduleRecord | undefined;
  /** Who claimed the pack. */
  readonly holder: string;
  /** The attempts with an unknown outcome that the person who confirmed was shown. */
  readonly acknowledged: readonly string[];
  /** The release plan that it comes from; left out where it comes from none. */
  readonly plan?: PlanReference;
}

/**
 * Checks a request against the pack as it is right now, while the holder claims it. A person who confirmed the pack's present fingerprint was shown a
 * release whose outcome is unknown, so that one does not stop the request.
 *
 * @throws as `Backend.release`
 */
export async function resolveRequest(
  packs: ScheduledPacks,
  reader: VersionReader,
  {
    packId,
    versions = {},
    leftOut = [],
    preselect = true,
    expected,
    replaceScheduled = false,
    releaseBranch,
  }: ReleaseRequest,
  holder: string,
): Promise<ResolvedRequest> {
  const { pack, record } = await packs.fresh(packId, holder);
  const { unsettled } = pack;
  if (expected !== undefined && expected !== packFingerprint(pack)) throw releaseErrors.conflict(pack.name);
  if (unsettled?.state === "running") throw platformReleaseErrors.underWay(pack.name);
  if (unsettled && expected === undefined) {
    throw platformReleaseErrors.earlierUnknown(pack.name, unsettled.sentAt);
  }
  const listing = { listVersions: (componentIds: readonly string[]) => reader.list(componentIds) };
  const wanted = preselect
    ? {
        ...withoutComponents(
          await readPreselectedVersions(listing, pack, releaseBranch ?? defaultReleaseBranch, versions),
          leftOut,
        ),
        ...versions,
      }
    : versions;
  const resolved = resolveVersions(pack, wanted, await versionFinder(reader, pack, wanted), leftOut);
  if (pack.scheduled && !replaceScheduled) {
    throw scheduleErrors.alreadyScheduled(pack.name, withZone(pack.scheduled.date, pack.scheduled));
  }
  return {
    pack,
    versions: resolved,
    scheduled: record,
    holder,
    acknowledged: unsettled ? [unsettled.attemptId] : [],
  };
}

/** Finds the versions of the components that a release changes; the others' are not read. */
export async function versionFinder(
  reader: VersionReader,
  pack: IntegrationPack,
  wanted: ComponentVersions,
): Promise<FindVersion<Availability>> {
  const changing = pack.components.flatMap(({ componentId, currentVersion, deleted }): [string, string][] => {
    const chosen = versionIn(wanted, componentId) ?? currentVersion;
    return deleted || chosen === currentVersion ? [] : [[componentId, chosen]];
  });
  const known = await reader.listForRelease(Object.fromEntries(changing));
  return (componentId, packageVersion) =>
    known.get(componentId)?.find((version) => version.packageVersion === packageVersion);
}
