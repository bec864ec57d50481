import { packErrors } from "../../../errors/packErrors.ts";
import { planErrors } from "../../../errors/planErrors.ts";
import type { CheckBasis } from "../../../model/plan/check/checkBasis.ts";
import { checkPlannedPack } from "../../../model/plan/check/checkPlan.ts";
import { plannedVersions } from "../../../model/plan/check/isAlreadySo.ts";
import type { PlanHash } from "../../../model/plan/file/planHash.ts";
import { findKnownVersion } from "../../../model/plan/findKnownVersion.ts";
import { planReference } from "../../../model/plan/planReference.ts";
import type { PlannedPack, ReleasePlan } from "../../../model/plan/releasePlan.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import { resolveScheduledVersions } from "../../../model/schedule/scheduledVersions.ts";
import { orUndefined } from "../http/queries.ts";
import { releaseIdOf } from "../records/releaseAttempt.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import type { ReleaseSender } from "../releases/releaseSender.ts";
import type { ResolvedRequest } from "../releases/resolveRequest.ts";
import type { FreshPack, ScheduledPacks } from "../schedules/scheduledPacks.ts";
import type { ScheduleSender } from "../schedules/scheduleSender.ts";
import { planEvents } from "./planEvents.ts";
import type { PlanReader } from "./planReader.ts";

/** Dependencies of `PlanSender`. */
export interface PlanSenderDependencies {
  readonly packs: ScheduledPacks;
  readonly reader: PlanReader;
  readonly records: ReleaseRecords;
  readonly sender: ReleaseSender;
  readonly scheduleSender: ScheduleSender;
  readonly user: string;
  readonly clock: () => Date;
}

/** A plan that is being applied. */
export interface PlanOrder {
  readonly plan: ReleasePlan;
  readonly planHash: PlanHash;
  /** The zone that decides what today is, and in which the platform most likely begins a date that has none. */
  readonly timeZone: string;
  /** Who claimed the packs. */
  readonly holder: string;
  /** The release ids of unknown outcomes that a person confirmed to send again. */
  readonly sendAgain: readonly string[];
}

/** Sends the packs of a plan, each as a single release is sent. */
export class PlanSender {
  readonly #dependencies: PlanSenderDependencies;

  constructor(dependencies: PlanSenderDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Reads and checks the claimed pack once more, right before it is sent. Nothing where it is already so.
   *
   * @throws `Conflict` when the plan no longer fits it; `NotFound` when it is gone
   */
  async prepare(order: PlanOrder, planned: PlannedPack): Promise<ResolvedRequest | undefined> {
    const { packs, reader, records, clock } = this.#dependencies;
    const { plan, planHash, timeZone, holder } = order;
    const { packId } = planned;
    const fresh = await orUndefined(packs.fresh(packId, holder));
    if (!fresh) throw packErrors.packNotFound(packId);
    const basis: CheckBasis = {
      packs: new Map([[packId, fresh.pack]]),
      versions: await reader.versionsOf([planned]),
      accounts: new Map(),
      history: planEvents(planHash, await records.listPlanAttempts(planHash)),
      now: clock(),
      timeZone,
    };
    const { state, differences } = checkPlannedPack(plan, planHash, planned, basis);
    if (state === "alreadySo") return undefined;
    if (state !== "ready") throw planErrors.changedSinceChecked(fresh.pack.name, differences);
    return this.#resolve(order, planned, fresh, basis);
  }

  /** Sends the pack once and follows it; nothing where it was scheduled. @throws as `Backend.release` and `ScheduleFacet.schedule` */
  async send(
    { plan, timeZone }: PlanOrder,
    planned: PlannedPack,
    resolved: ResolvedRequest,
    onProgress: (step: string) => void,
  ): Promise<PackRelease | undefined> {
    const { sender, scheduleSender, user } = this.#dependencies;
    // What the plan does not name is not replaced, also where only Boomi knows it.
    const mayReplace = planned.replaces !== undefined;
    const { date, target } = plan;
    if (date === undefined) {
      return sender.release({ ...resolved, trigger: "immediate", confirmedBy: user, mayReplace }, onProgress);
    }
    const keeper = (target.backend === "platform" ? target.scheduleWith : undefined) ?? "platform";
    await scheduleSender.schedule(
      { date, timeZone: plan.timeZone ?? timeZone, keeper, mayReplace },
      resolved,
    );
    return undefined;
  }

  /** The release id of what was sent last for the pack under the plan; nothing where nothing was sent. */
  async sentAs({ planHash }: PlanOrder, packId: string): Promise<string | undefined> {
    const attempts = await this.#dependencies.records.listPlanAttempts(planHash);
    const last = attempts.findLast((attempt) => attempt.packId === packId);
    return last && releaseIdOf(last);
  }

  #resolve(
    { plan, planHash, holder, sendAgain }: PlanOrder,
    planned: PlannedPack,
    { pack, record, open }: FreshPack,
    { versions }: CheckBasis,
  ): ResolvedRequest {
    return {
      pack,
      versions: resolveScheduledVersions(pack, plannedVersions(planned), (componentId, packageVersion) =>
        findKnownVersion(versions, componentId, packageVersion),
      ),
      scheduled: record,
      holder,
      acknowledged: open
        .filter((attempt) => sendAgain.includes(releaseIdOf(attempt)))
        .map(({ attemptId }) => attemptId),
      plan: planReference(plan, planHash),
    };
  }
}
