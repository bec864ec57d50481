import type { Event } from "../../base/event.ts";
import type { PlanApplication } from "../../model/plan/application/planApplication.ts";
import type { PlanOutcome } from "../../model/plan/application/planOutcome.ts";
import type { PlanCheck } from "../../model/plan/check/planCheck.ts";
import type { OpenTarget } from "../../model/plan/checkPlanTarget.ts";
import type { PlanHash } from "../../model/plan/file/planHash.ts";
import type { PlanWish } from "../../model/plan/planHeading.ts";
import type { PlatformTarget, ReleasePlan } from "../../model/plan/releasePlan.ts";

/** Release plans: several packs that are checked and released with one decision. */
export interface PlanFacet {
  /** The backend, as plans name it. */
  readonly target: OpenTarget;
  /** Who runs what is scheduled from now on, unless a plan says otherwise; left out on the local store. */
  readonly scheduleWith?: NonNullable<PlatformTarget["scheduleWith"]>;

  /** A plan was applied through this facet; also when packs failed, are unknown, or were not sent. */
  readonly onDidApply: Event<PlanOutcome>;

  /**
   * Drafts a plan from the preselected versions (rule 5), or from those that another pack has released. Changes nothing.
   *
   * @throws `NotFound` for an unknown pack; `InvalidRequest` for a version that cannot be released, a wrong date or zone, or a
   * pack that is named twice; `NothingToRelease` when no pack can be released
   */
  draft(request: DraftRequest): Promise<PlanDraft>;

  /**
   * Reports what the plan would do to each pack as it is right now. Changes nothing.
   *
   * @throws `InvalidRequest` for a plan for another backend, address or account (rule 18)
   */
  check(plan: ReleasePlan, options?: CheckOptions): Promise<PlanCheck>;

  /**
   * Checks the plan, then releases or schedules exactly its versions, each pack once and in order (rules 13 to 17). Packs that
   * are already so are skipped, so applying a plan again continues it.
   *
   * Once something may have been sent, it resolves, also where packs failed, are unknown, or were not sent. The local store
   * applies all packs in one transaction; the platform stops at the first pack that was not released.
   *
   * @throws as `check`, and `Conflict` when the hash is another one, the plan does not fit, or somebody else claims a pack.
   * Nothing was sent then.
   */
  apply(plan: ReleasePlan, request: ApplyRequest): Promise<PlanOutcome>;
}

/** What a plan is checked with besides the backend. */
export interface CheckOptions {
  /**
   * The IANA zone that decides what today is where the plan has no zone, and the zone of a drafted date without one: the
   * setting `integrationPacks.scheduler.timeZone`. The system's when left out.
   */
  readonly defaultTimeZone?: string;
}

/** What to draft. */
export interface DraftRequest extends PlanWish, CheckOptions {
  /** The ids of the packs in the order in which they are released; `all` for those that can be released, by name (rule 4). */
  readonly packIds: readonly string[] | "all";
  /** The id of a pack whose released versions the packs take; the preselected ones when left out. */
  readonly versionsFrom?: string;
  /** The branch whose versions are preselected (rule 5), the setting `integrationPacks.release.branch`; `main` when left out. */
  readonly releaseBranch?: string;
}

/** A plan that was drafted. */
export interface PlanDraft {
  readonly plan: ReleasePlan;
  readonly planHash: PlanHash;
  /** What each pack took from the pack of `versionsFrom`, in the order of the plan; empty without one. */
  readonly adopted: readonly AdoptedVersions[];
}

/** Which versions of another pack a pack did not take. */
export interface AdoptedVersions {
  readonly packId: string;
  /** The components that the other pack lacks. They stay as they are. */
  readonly unchanged: readonly { readonly componentId: string; readonly name: string }[];
  /** The ids of the components of the other pack that do not stay in this one. */
  readonly absent: readonly string[];
}

/** How to apply a plan. */
export interface ApplyRequest extends CheckOptions {
  /** The hash of the plan that was reviewed (rule 19). */
  readonly planHash: string;
  /** Receives how far each pack is, whenever that changes. */
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Aborted to stop after the pack that is being sent. The rest is not sent. */
  readonly stop?: AbortSignal;
  /**
   * The release ids of unknown outcomes, as an outcome of this plan reported them to a person who then confirmed to send the pack
   * again (rule 16). Nothing else lets an unknown pack be sent again.
   */
  readonly sendAgain?: readonly string[];
}

/** How far a plan is that is being applied. */
export interface PlanProgress {
  readonly application: PlanApplication;
  /** What is done with the pack that is being sent, as a text for users; left out between packs. */
  readonly step?: string;
}
