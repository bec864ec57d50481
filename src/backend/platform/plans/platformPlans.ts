import type { Operations } from "../../../base/operations.ts";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import { packErrors } from "../../../errors/packErrors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { startApplication, type PlanApplication } from "../../../model/plan/application/planApplication.ts";
import { planOutcome, type PlanOutcome } from "../../../model/plan/application/planOutcome.ts";
import {
  nextPack,
  packsToClaim,
  reduceApplication,
  type ApplicationEvent,
} from "../../../model/plan/application/reduceApplication.ts";
import type { PlanCheck } from "../../../model/plan/check/planCheck.ts";
import { checkPlanTarget } from "../../../model/plan/checkPlanTarget.ts";
import type { PlannedPack, ReleasePlan } from "../../../model/plan/releasePlan.ts";
import { draftFromRequest, releasablePacks } from "../../draftFromRequest.ts";
import { hashPlan } from "../../hashPlan.ts";
import type {
  ApplyRequest,
  CheckOptions,
  DraftRequest,
  PlanDraft,
  PlanFacet,
} from "../../facets/planFacet.ts";
import { reportProgress } from "../../reportProgress.ts";
import { todayZone } from "../../todayZone.ts";
import { platformErrors } from "../http/platformErrors.ts";
import type { VersionReader } from "../packs/versionReader.ts";
import type { Claims } from "../releases/claims.ts";
import type { ScheduledPacks } from "../schedules/scheduledPacks.ts";
import { earlierSendings } from "./planEvents.ts";
import type { PlanReader } from "./planReader.ts";
import type { PlanOrder, PlanSender } from "./planSender.ts";

/** Dependencies of `PlatformPlans`. */
export interface PlatformPlansDependencies {
  readonly identity: Required<Pick<PlanFacet, "target" | "scheduleWith">>;
  readonly operations: Operations;
  readonly packs: ScheduledPacks;
  readonly versions: VersionReader;
  readonly claims: Claims;
  readonly reader: PlanReader;
  readonly sender: PlanSender;
  readonly clock: () => Date;
}

/** Release plans on the platform: the packs are claimed together, then sent in order, each as a single release is. */
export class PlatformPlans implements Pick<PlanFacet, "draft" | "check" | "apply"> {
  readonly #dependencies: PlatformPlansDependencies;

  constructor(dependencies: PlatformPlansDependencies) {
    this.#dependencies = dependencies;
  }

  async draft(request: DraftRequest): Promise<PlanDraft> {
    const { identity, versions, clock } = this.#dependencies;
    const packs = await this.#packsOf(request);
    const { versionsFrom } = request;
    const source = versionsFrom === undefined ? undefined : await this.#dependencies.packs.get(versionsFrom);
    const ids = packs.flatMap(({ components }) => components.map(({ componentId }) => componentId));
    const known = await versions.listForPlan(ids);
    return draftFromRequest(request, { ...identity, packs, source, versions: known, now: clock() });
  }

  async check(plan: ReleasePlan, options: CheckOptions = {}): Promise<PlanCheck> {
    const { identity, reader } = this.#dependencies;
    checkPlanTarget(plan.target, identity.target);
    return (await reader.check(plan, hashPlan(plan), todayZone(options))).check;
  }

  async apply(plan: ReleasePlan, request: ApplyRequest): Promise<PlanOutcome> {
    const { identity, operations } = this.#dependencies;
    checkPlanTarget(plan.target, identity.target);
    return operations.run(() => this.#apply(plan, request), platformErrors.aborted);
  }

  async #apply(plan: ReleasePlan, request: ApplyRequest): Promise<PlanOutcome> {
    const { reader, claims } = this.#dependencies;
    const planHash = hashPlan(plan);
    const timeZone = todayZone(request);
    const { check, attempts } = await reader.check(plan, planHash, timeZone);
    const { sendAgain = [], onProgress, stop } = request;
    const run = new Run(
      startApplication(check, request.planHash, earlierSendings(attempts, sendAgain)),
      onProgress,
    );
    const requestStop = () => run.move({ kind: "stop" });
    if (stop?.aborted) requestStop();
    const claimed = new Set(packsToClaim(run.application));
    if (claimed.size === 0) return run.end();
    stop?.addEventListener("abort", requestStop);
    try {
      const packs = check.packs.filter(({ packId }) => claimed.has(packId));
      await claims.hold(packs, async (holder) => {
        run.move({ kind: "claimed" });
        await this.#sendAll({ plan, planHash, timeZone, holder, sendAgain }, run);
      });
    } finally {
      stop?.removeEventListener("abort", requestStop);
    }
    return run.end();
  }

  async #sendAll(order: PlanOrder, run: Run): Promise<void> {
    const planned = new Map(order.plan.packs.map((pack) => [pack.packId, pack]));
    for (let next = run.next(); next; next = run.next()) {
      if (this.#dependencies.operations.areFinishing) run.move({ kind: "stop" });
      else await this.#sendPack(order, require(planned, next.packId), run);
    }
  }

  /** The first failure stops the plan (rule 14). An error that is not one of ours is a defect, and rejects. */
  async #sendPack(order: PlanOrder, planned: PlannedPack, run: Run): Promise<void> {
    const { sender } = this.#dependencies;
    const { packId } = planned;
    try {
      const resolved = await sender.prepare(order, planned);
      if (!resolved) {
        run.move({ kind: "alreadySo", packId });
        return;
      }
      // A person may have asked to stop while the pack was read.
      if (run.next()?.packId !== packId) return;
      run.move({ kind: "sending", packId });
      const release = await sender.send(order, planned, resolved, (step) => run.report(step));
      run.move(
        release ? { kind: "released", packId, releaseId: release.releaseId } : { kind: "scheduled", packId },
      );
    } catch (error) {
      if (!(error instanceof IntegrationPacksError)) throw error;
      const { code, message } = error;
      if (code !== "OutcomeUnknown") {
        run.move({ kind: "failed", packId, code, message });
        return;
      }
      const releaseId = await sender.sentAs(order, packId);
      run.move({
        kind: "unknown",
        packId,
        code,
        message,
        ...(releaseId !== undefined && { releaseId }),
      });
    }
  }

  async #packsOf(request: DraftRequest): Promise<readonly IntegrationPack[]> {
    const { packs } = this.#dependencies;
    if (request.packIds === "all") return releasablePacks(await packs.list(), request);
    const found = await packs.freshAll(request.packIds);
    return request.packIds.map((packId) => require(found, packId));
  }
}

/** The application of a plan while it runs. */
class Run {
  application: PlanApplication;
  readonly #onProgress: ApplyRequest["onProgress"];

  constructor(application: PlanApplication, onProgress: ApplyRequest["onProgress"]) {
    this.application = application;
    this.#onProgress = onProgress;
  }

  next() {
    return nextPack(this.application);
  }

  move(event: ApplicationEvent): void {
    this.application = reduceApplication(this.application, event);
    this.report();
  }

  report(step?: string): void {
    const { application } = this;
    reportProgress(this.#onProgress, { application, ...(step !== undefined && { step }) });
  }

  end(): PlanOutcome {
    this.report();
    return planOutcome(this.application);
  }
}

/** @throws `NotFound` */
function require<T>(packs: ReadonlyMap<string, T>, packId: string): T {
  const pack = packs.get(packId);
  if (!pack) throw packErrors.packNotFound(packId);
  return pack;
}
