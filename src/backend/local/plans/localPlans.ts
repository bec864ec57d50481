import type { PlanOutcome } from "../../../model/plan/application/planOutcome.ts";
import { planOutcome } from "../../../model/plan/application/planOutcome.ts";
import { checkPlan } from "../../../model/plan/check/checkPlan.ts";
import type { PlanCheck } from "../../../model/plan/check/planCheck.ts";
import { checkPlanTarget } from "../../../model/plan/checkPlanTarget.ts";
import type { ReleasePlan } from "../../../model/plan/releasePlan.ts";
import { defaultReleaseBranch } from "../../../model/pack/branch.ts";
import { packErrors } from "../../../errors/packErrors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { PackRelease } from "../../../model/release/release.ts";
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
import type { Connection } from "../../sqlite/connection.ts";
import type { Database } from "../../sqlite/database.ts";
import { getPack, getPacks, listPacks } from "../packs/packs.ts";
import type { Actor } from "../releases/schedules.ts";
import { applyPlan, PackFailedError, type AppliedPlan } from "./applyPlan.ts";
import { readPreselectableVersions } from "./plannableVersions.ts";
import { readCheckBasis } from "./readCheckBasis.ts";

/** Release plans of the local store: each is applied in one transaction. */
export class LocalPlans implements Omit<PlanFacet, "onDidApply"> {
  readonly target = { backend: "local" } as const;
  readonly #database: Database;
  readonly #actor: () => Actor;
  readonly #announce: (release: PackRelease) => void;

  /** `announce` is called after each release. */
  constructor(database: Database, actor: () => Actor, announce: (release: PackRelease) => void) {
    this.#database = database;
    this.#actor = actor;
    this.#announce = announce;
  }

  draft(request: DraftRequest): Promise<PlanDraft> {
    return this.#database.read((connection) => {
      const { versionsFrom, releaseBranch = defaultReleaseBranch } = request;
      const packs = packsOf(connection, request);
      const source = versionsFrom === undefined ? undefined : getPack(connection, versionsFrom);
      const versions = readPreselectableVersions(connection, packs, source, releaseBranch);
      const { target } = this;
      return draftFromRequest(request, { target, packs, source, versions, now: this.#actor().now });
    });
  }

  async check(plan: ReleasePlan, options: CheckOptions = {}): Promise<PlanCheck> {
    checkPlanTarget(plan.target, this.target);
    const planHash = hashPlan(plan);
    const today = { now: this.#actor().now, timeZone: todayZone(options) };
    return this.#database.read((connection) =>
      checkPlan(plan, planHash, readCheckBasis(connection, plan, planHash, today)),
    );
  }

  async apply(plan: ReleasePlan, request: ApplyRequest): Promise<PlanOutcome> {
    checkPlanTarget(plan.target, this.target);
    const { application, releases } = await this.#apply(plan, request);
    for (const release of releases) this.#announce(release);
    reportProgress(request.onProgress, { application });
    return planOutcome(application);
  }

  async #apply(plan: ReleasePlan, request: ApplyRequest): Promise<AppliedPlan> {
    const planHash = hashPlan(plan);
    try {
      return await this.#database.write((connection) =>
        applyPlan(connection, this.#database.file, plan, planHash, request, this.#actor()),
      );
    } catch (error) {
      if (error instanceof PackFailedError) return { application: error.application, releases: [] };
      throw error;
    }
  }
}

function packsOf(connection: Connection, request: DraftRequest): IntegrationPack[] {
  const { packIds } = request;
  if (packIds === "all") return releasablePacks(listPacks(connection), request);
  const found = getPacks(connection, packIds);
  return packIds.map((packId) => {
    const pack = found.get(packId);
    if (!pack) throw packErrors.packNotFound(packId);
    return pack;
  });
}
