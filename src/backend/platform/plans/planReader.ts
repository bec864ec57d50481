import type { CheckBasis } from "../../../model/plan/check/checkBasis.ts";
import { checkPlan } from "../../../model/plan/check/checkPlan.ts";
import type { PackCheck, PlanCheck } from "../../../model/plan/check/planCheck.ts";
import type { PlanHash } from "../../../model/plan/file/planHash.ts";
import type { PlannableVersions } from "../../../model/plan/plannableVersion.ts";
import type { PlannedPack, ReleasePlan } from "../../../model/plan/releasePlan.ts";
import type { AccountGroupReader } from "../packs/accountGroupReader.ts";
import type { VersionReader } from "../packs/versionReader.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ReleaseAttempt } from "../records/releaseAttempt.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import type { ScheduledPacks } from "../schedules/scheduledPacks.ts";
import { planEvents } from "./planEvents.ts";

/** Dependencies of `PlanReader`. */
export interface PlanReaderDependencies {
  readonly packs: ScheduledPacks;
  readonly versions: VersionReader;
  readonly groups: AccountGroupReader;
  readonly records: ReleaseRecords;
  readonly clock: () => Date;
}

/** A plan that was checked, with what was sent under it before. */
export interface CheckedPlan {
  readonly check: PlanCheck;
  readonly attempts: readonly ReleaseAttempt[];
}

/** Reads what plans are checked against: packs and versions by pages. */
export class PlanReader {
  readonly #dependencies: PlanReaderDependencies;

  constructor(dependencies: PlanReaderDependencies) {
    this.#dependencies = dependencies;
  }

  /** Looks up the outcomes that are not known, then checks the plan. `timeZone` decides what today is. */
  async check(plan: ReleasePlan, planHash: PlanHash, timeZone: string): Promise<CheckedPlan> {
    const { packs: reader, groups, records, clock } = this.#dependencies;
    await reader.settle();
    const [packs, versions, accounts, attempts, schedules] = await Promise.all([
      reader.freshAll(plan.packs.map(({ packId }) => packId)),
      this.versionsOf(plan.packs),
      groups.countAccounts(),
      records.listPlanAttempts(planHash),
      records.listSchedules(),
    ]);
    const basis: CheckBasis = {
      packs,
      versions,
      accounts: new Map(accounts && plan.packs.map(({ packId }) => [packId, accounts.get(packId) ?? 0])),
      history: planEvents(planHash, attempts),
      now: clock(),
      timeZone,
    };
    const check = checkPlan(plan, planHash, basis);
    const kept = new Set(schedules.filter(({ keeper }) => keeper === "platform").map(({ packId }) => packId));
    return {
      check:
        plan.target.backend === "platform" && plan.target.scheduleWith === "workspace"
          ? refuseKept(check, kept)
          : check,
      attempts,
    };
  }

  /** The packaged versions that the packs name. */
  versionsOf(packs: readonly PlannedPack[]): Promise<PlannableVersions> {
    const ids = packs.flatMap(({ components }) => components.map(({ componentId }) => componentId));
    return this.#dependencies.versions.listForPlan(ids);
  }
}

/** The workspace cannot take over what the platform keeps: the pack would be released twice. */
function refuseKept(check: PlanCheck, kept: ReadonlySet<string>): PlanCheck {
  const packs = check.packs.map((pack): PackCheck => {
    if (pack.state !== "ready" || !kept.has(pack.packId)) return pack;
    const { message } = platformReleaseErrors.keptByPlatform(pack.name);
    return { ...pack, state: "refused", differences: [message, ...pack.differences] };
  });
  return { ...check, packs, fits: check.fits && packs.every(({ state }) => state !== "refused") };
}
