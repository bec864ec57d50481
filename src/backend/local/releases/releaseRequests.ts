import { defaultReleaseBranch } from "../../../model/pack/branch.ts";
import { releaseErrors } from "../../../errors/releaseErrors.ts";
import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type {
  ComponentVersions,
  PackRelease,
  ReleaseRequest,
  ScheduleRequest,
} from "../../../model/release/release.ts";
import { packFingerprint } from "../../../model/release/packFingerprint.ts";
import { decidedByBranches, preselectedVersions } from "../../../model/release/preselectedVersions.ts";
import { resolveVersions } from "../../../model/release/resolveVersions.ts";
import { confirmedStateOf } from "../../../model/schedule/confirmedState.ts";
import { checkReleaseDate, releaseWindow } from "../../../model/schedule/releaseWindow.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import { withZone } from "../../../model/schedule/uncertainZone.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { getPack, requirePackKey } from "../packs/packs.ts";
import { recordRelease } from "./releases.ts";
import { dropSchedule, recordScheduleEvent, writeSchedule, type Actor } from "./schedules.ts";
import { availabilityFinder, listVersions } from "../packs/versions.ts";

/** Releases a pack immediately (rule 6). Call it inside a transaction. @throws as `Backend.release` */
export function release(connection: Connection, request: ReleaseRequest, actor: Actor): PackRelease {
  const { pack, versions } = resolveRequest(connection, request);
  if (pack.scheduled) {
    const packKey = requirePackKey(connection, pack.packId);
    dropSchedule(connection, packKey);
    recordScheduleEvent(connection, packKey, "replaced", pack.scheduled, actor);
  }
  const { user, now } = actor;
  return recordRelease(connection, pack.packId, { versions, trigger: "immediate", releasedBy: user, now });
}

/** Schedules a release (rule 7). Call it inside a transaction. @throws as `ScheduleFacet.schedule` */
export function schedule(connection: Connection, request: ScheduleRequest, actor: Actor): ScheduledRelease {
  const { date, timeZone } = request;
  const { user, now } = actor;
  checkReleaseDate(date, timeZone, now);
  const window = releaseWindow(date, timeZone);
  const { pack, versions } = resolveRequest(connection, request);
  const scheduled: ScheduledRelease = {
    date,
    timeZone,
    versions,
    confirmed: confirmedStateOf(pack),
    windowStart: window.start.toISOString(),
    windowEnd: window.end.toISOString(),
    state: "scheduled",
    scheduledBy: user,
    scheduledAt: now.toISOString(),
  };
  const packKey = requirePackKey(connection, pack.packId);
  writeSchedule(connection, packKey, scheduled);
  recordScheduleEvent(connection, packKey, pack.scheduled ? "changed" : "scheduled", scheduled, actor);
  return scheduled;
}

/** Cancels a pack's scheduled release. Call it inside a transaction. @throws `NotFound` */
export function cancel(connection: Connection, packId: string, actor: Actor): void {
  const { name, scheduled } = getPack(connection, packId);
  if (!scheduled) throw scheduleErrors.notScheduled(name);
  const packKey = requirePackKey(connection, packId);
  dropSchedule(connection, packKey);
  recordScheduleEvent(connection, packKey, "cancelled", scheduled, actor);
}

/** Checks a request against the current pack and resolves its versions. */
function resolveRequest(
  connection: Connection,
  {
    packId,
    versions = {},
    preselect = true,
    expected,
    replaceScheduled = false,
    releaseBranch,
  }: ReleaseRequest,
): { pack: IntegrationPack; versions: ComponentVersions } {
  const pack = getPack(connection, packId);
  if (expected !== undefined && expected !== packFingerprint(pack)) throw releaseErrors.conflict(pack.name);
  const wanted = preselect ? readPreselected(connection, pack, versions, releaseBranch) : versions;
  const resolved = resolveVersions(pack, wanted, availabilityFinder(connection, wanted));
  if (pack.scheduled && !replaceScheduled) {
    throw scheduleErrors.alreadyScheduled(pack.name, withZone(pack.scheduled.date, pack.scheduled));
  }
  return { pack, versions: resolved };
}

/** The chosen versions, and the preselected ones of the other components (rule 5). */
function readPreselected(
  connection: Connection,
  pack: IntegrationPack,
  chosen: ComponentVersions,
  releaseBranch = defaultReleaseBranch,
): ComponentVersions {
  const known = listVersions(connection, decidedByBranches(pack, chosen));
  const preselected = preselectedVersions(pack, {
    releaseBranch,
    versionsOf: (componentId) => known.get(componentId) ?? [],
  });
  return { ...preselected, ...chosen };
}
