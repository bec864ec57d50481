import { IntegrationPacksError } from "../../../errors/errors.ts";
import { startApplication, type PlanApplication } from "../../../model/plan/application/planApplication.ts";
import {
  packsToClaim,
  reduceApplication,
  type ApplicationEvent,
} from "../../../model/plan/application/reduceApplication.ts";
import type { CheckBasis } from "../../../model/plan/check/checkBasis.ts";
import { checkPlan } from "../../../model/plan/check/checkPlan.ts";
import { plannedVersions } from "../../../model/plan/check/isAlreadySo.ts";
import type { PlanHash } from "../../../model/plan/file/planHash.ts";
import { findKnownVersion } from "../../../model/plan/findKnownVersion.ts";
import { planReference } from "../../../model/plan/planReference.ts";
import type { PlannedPack, ReleasePlan } from "../../../model/plan/releasePlan.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import { resolveScheduledVersions } from "../../../model/schedule/scheduledVersions.ts";
import { packErrors } from "../../../errors/packErrors.ts";
import type { ApplyRequest } from "../../facets/planFacet.ts";
import { todayZone } from "../../todayZone.ts";
import { isLocked, toDatabaseError } from "../../sqlite/toDatabaseError.ts";
import { storeErrors } from "../storeErrors.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { releaseVersions, scheduleVersions, type ResolvedRequest } from "../releases/releaseRequests.ts";
import type { Actor } from "../releases/schedules.ts";
import { readCheckBasis } from "./readCheckBasis.ts";

/** A plan that was applied in a transaction. */
export interface AppliedPlan {
  readonly application: PlanApplication;
  readonly releases: readonly PackRelease[];
}

/** A pack of a plan could not be released, so the transaction is undone. */
export class PackFailedError extends IntegrationPacksError {
  readonly application: PlanApplication;

  /** `before`: the application before anything was sent. */
  constructor(before: PlanApplication, packId: string, { code, message }: IntegrationPacksError) {
    super(code, message);
    this.application = reduce(before, [{ kind: "claimed" }, { kind: "failed", packId, code, message }]);
  }
}

/**
 * Checks the plan and applies all of its packs. Call it inside the transaction that is undone when it throws (rule 14). `file`:
 * that of the store, for messages.
 *
 * @throws `Conflict` as `startApplication`; `PackFailedError` for the pack that cannot be released
 */
export function applyPlan(
  connection: Connection,
  file: string,
  plan: ReleasePlan,
  planHash: PlanHash,
  { planHash: confirmedHash, stop, ...options }: ApplyRequest,
  actor: Actor,
): AppliedPlan {
  const basis = readCheckBasis(connection, plan, planHash, { now: actor.now, timeZone: todayZone(options) });
  const checked = startApplication(checkPlan(plan, planHash, basis), confirmedHash);
  const started = stop?.aborted ? reduceApplication(checked, { kind: "stop" }) : checked;
  const sent = new Set(packsToClaim(started));
  const reference = planReference(plan, planHash);
  const events: ApplicationEvent[] = [{ kind: "claimed" }];
  const releases: PackRelease[] = [];
  for (const planned of plan.packs.filter(({ packId }) => sent.has(packId))) {
    const { packId } = planned;
    try {
      const request = { ...resolve(planned, basis), plan: reference };
      const release = carryOut(connection, plan, request, actor);
      if (release) releases.push(release);
      events.push({ kind: "sending", packId }, endOf(packId, release));
    } catch (error) {
      // The whole transaction is tried again.
      if (isLocked(error)) throw error;
      throw new PackFailedError(started, packId, toDatabaseError(error, file, storeErrors));
    }
  }
  return { application: reduce(started, events), releases };
}

/** Exactly the versions of the plan, checked against the pack by the rules of every release. */
function resolve(planned: PlannedPack, { packs, versions }: CheckBasis): Omit<ResolvedRequest, "plan"> {
  const pack = packs.get(planned.packId);
  if (!pack) throw packErrors.packNotFound(planned.packId);
  return {
    pack,
    versions: resolveScheduledVersions(pack, plannedVersions(planned), (componentId, packageVersion) =>
      findKnownVersion(versions, componentId, packageVersion),
    ),
  };
}

/** Releases the pack, or schedules it if the plan has a date. */
function carryOut(
  connection: Connection,
  { date, timeZone = "" }: ReleasePlan,
  request: ResolvedRequest,
  actor: Actor,
): PackRelease | undefined {
  if (date === undefined) return releaseVersions(connection, request, actor);
  scheduleVersions(connection, request, { date, timeZone }, actor);
  return undefined;
}

function endOf(packId: string, release: PackRelease | undefined): ApplicationEvent {
  return release ? { kind: "released", packId, releaseId: release.releaseId } : { kind: "scheduled", packId };
}

function reduce(application: PlanApplication, events: readonly ApplicationEvent[]): PlanApplication {
  return events.reduce(reduceApplication, application);
}
