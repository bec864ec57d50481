import { defaultReleaseBranch } from "../../../model/pack/branch.ts";
import { releaseErrors } from "../../../errors/releaseErrors.ts";
import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { PlanReference } from "../../../model/plan/planReference.ts";
import {
  withoutComponents,
  type ComponentVersions,
  type PackRelease,
  type ReleaseRequest,
  type ScheduleRequest,
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
import { recordStatesBefore } from "../sharing/recordStatesBefore.ts";
import { recordRelease } from "./releases.ts";
import { dropSchedule, recordScheduleEvent, writeSchedule, type Actor } from "./schedules.ts";
import { availabilityFinder, listVersions } from "../packs/versions.ts";

/** A request that was checked against the pack. */
export interface ResolvedRequest {
  readonly pack: IntegrationPack;
  /** The version of every component that is in the release. */
  readonly versions: ComponentVersions;
  /** The release plan that it comes from. */
  readonly plan: PlanReference | undefined;
}

/** Releases a pack immediately (rule 6). Call it inside a transaction. @throws as `Backend.release` */
export function release(connection: Connection, request: ReleaseRequest, actor: Actor): PackRelease {
  return releaseVersions(connection, resolveRequest(connection, request), actor);
}

/** Releases resolved versions at once, in place of a scheduled release of the pack. Call it inside the transaction that read the pack. */
export function releaseVersions(
  connection: Connection,
  { pack, versions, plan }: ResolvedRequest,
  actor: Actor,
): PackRelease {
  const packKey = requirePackKey(connection, pack.packId);
  recordStatesBefore(connection, packKey);
  if (pack.scheduled) {
    dropSchedule(connection, packKey);
    recordScheduleEvent(connection, packKey, "replaced", pack.scheduled, actor);
  }
  const { user, now } = actor;
  return recordRelease(connection, pack.packId, {
    versions,
    trigger: "immediate",
    releasedBy: user,
    now,
    plan,
  });
}

/** Schedules a release (rule 7). Call it inside a transaction. @throws as `ScheduleFacet.schedule` */
export function schedule(connection: Connection, request: ScheduleRequest, actor: Actor): ScheduledRelease {
  checkReleaseDate(request.date, request.timeZone, actor.now);
  return scheduleVersions(connection, resolveRequest(connection, request), request, actor);
}

/** Schedules resolved versions, in place of a scheduled release of the pack. Call it inside the transaction that read the pack. */
export function scheduleVersions(
  connection: Connection,
  { pack, versions, plan }: ResolvedRequest,
  { date, timeZone }: Pick<ScheduleRequest, "date" | "timeZone">,
  actor: Actor,
): ScheduledRelease {
  const { user, now } = actor;
  const window = releaseWindow(date, timeZone);
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
    ...(plan && { plan }),
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
    leftOut = [],
    preselect = true,
    expected,
    replaceScheduled = false,
    releaseBranch,
  }: ReleaseRequest,
): ResolvedRequest {
  const pack = getPack(connection, packId);
  if (expected !== undefined && expected !== packFingerprint(pack)) throw releaseErrors.conflict(pack.name);
  const wanted = preselect
    ? {
        ...withoutComponents(readPreselected(connection, pack, versions, releaseBranch), leftOut),
        ...versions,
      }
    : versions;
  const resolved = resolveVersions(pack, wanted, availabilityFinder(connection, wanted), leftOut);
  if (pack.scheduled && !replaceScheduled) {
    throw scheduleErrors.alreadyScheduled(pack.name, withZone(pack.scheduled.date, pack.scheduled));
  }
  return { pack, versions: resolved, plan: undefined };
}

/** The preselected versions of the components that have no chosen one (rule 5). */
function readPreselected(
  connection: Connection,
  pack: IntegrationPack,
  chosen: ComponentVersions,
  releaseBranch = defaultReleaseBranch,
): ComponentVersions {
  const known = listVersions(connection, decidedByBranches(pack, chosen));
  return preselectedVersions(pack, {
    releaseBranch,
    versionsOf: (componentId) => known.get(componentId) ?? [],
  });
}
