import type { ApiErrorCode, ApiEvent } from "./integrationPacksApi.ts";

/** Drafts, checks and applies release plans: several packs that are released with one decision. Nobody is asked. */
export interface PlanApi {
  /**
   * Drafts a plan with the versions that the wizard preselects, or with those that another pack has released. Changes nothing.
   * Its target is the backend in use.
   *
   * Rejects with `NotFound` for an unknown pack, and with `InvalidRequest` for a pack that is named twice or has no
   * components, and for a wrong date or zone.
   */
  draftPlan(request: ApiPlanRequest): Promise<ApiReleasePlan>;
  /**
   * Reports what the plan would do to each pack as it is now. Changes nothing. A plan that no longer fits is no rejection:
   * see `fits`.
   *
   * Rejects with `InvalidRequest` for a plan that breaks a rule, with the path in it, and for one for another backend,
   * address or account.
   */
  checkPlan(plan: ApiReleasePlan): Promise<ApiPlanCheck>;
  /**
   * Checks the plan, then releases or schedules its packs in order, each once. `planHash`: the hash of the plan that was
   * reviewed, as `checkPlan` gives it. Packs that are already so are skipped, so that applying a plan again continues it. The
   * local store applies a plan wholly or not at all; on the platform, the first pack that is not released stops it.
   *
   * Rejects before anything is sent: with `InvalidRequest` as `checkPlan`, with `Conflict` for another hash, a plan that no
   * longer fits, or a pack that somebody else is releasing. Once something may have been sent, it resolves, also if packs
   * failed or their outcome is unknown. A pack whose outcome is unknown is not sent again by itself.
   */
  applyPlan(plan: ApiReleasePlan, planHash: string): Promise<ApiPlanOutcome>;
  /** Fires after a plan was applied through this extension, before `applyPlan` resolves. */
  readonly onDidApplyPlan: ApiEvent<ApiPlanOutcome>;
}

/** Which packs to plan, and when to release them. */
export interface ApiPlanRequest {
  /** In the order in which they are released. */
  readonly packIds: readonly string[];
  /** `yyyy-MM-dd`, after today in `timeZone`. Left out: immediately. */
  readonly date?: string;
  /**
   * The IANA name of the zone of `date`: that of the scheduler when left out. `InvalidRequest` without a date, and where the
   * platform runs the release, which takes no zone.
   */
  readonly timeZone?: string;
  /** The id of a pack whose released versions the packs take. Components that it lacks stay as they are. */
  readonly versionsFrom?: string;
}

/** A release plan: the content of a `*.release-plan.json` file. Optional keys are left out, never empty. */
export interface ApiReleasePlan {
  readonly planVersion: 1;
  readonly name?: string;
  /** Why, for those who review it. */
  readonly notes?: string;
  readonly target: ApiPlanTarget;
  /** `yyyy-MM-dd`. Left out: immediately. */
  readonly date?: string;
  /** The IANA name of the zone of `date`. Left out without a date, and where the platform runs the release. */
  readonly timeZone?: string;
  /** At least one, in the order in which they are released. */
  readonly packs: readonly ApiPlannedPack[];
}

/** Where a plan is applied. It is compared with the backend in use, and never chooses one. */
export type ApiPlanTarget =
  | { readonly backend: "local" }
  | {
      readonly backend: "platform";
      readonly baseUrl: string;
      /** The account that is worked on: the override account where there is one. */
      readonly accountId: string;
      /** Who runs the release on its date. Left out without a date. */
      readonly scheduleWith?: "platform" | "workspace";
    };

/** A pack of a plan with all of its components. The id decides; the name is for people. */
export interface ApiPlannedPack {
  readonly packId: string;
  readonly name: string;
  /** The scheduled release that this one replaces; left out where there is none. */
  readonly replaces?: { readonly date: string; readonly timeZone?: string };
  readonly components: readonly ApiPlannedComponent[];
}

/** A component of a plan: its version before and after. The id decides; the name is for people. */
export interface ApiPlannedComponent {
  readonly componentId: string;
  readonly name: string;
  /** The current version; `""` for a component that was never released. */
  readonly from: string;
  /** The version after the release; `null` for a component that leaves the pack. */
  readonly to: string | null;
  /** The package id of `to`. */
  readonly packageId?: string;
}

/** What a plan would do, without changing anything. */
export interface ApiPlanCheck {
  readonly formatVersion: 1;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly planHash: string;
  /** Whether the plan can be applied: every pack is ready or already so. */
  readonly fits: boolean;
  /** In the order of the plan. */
  readonly packs: readonly ApiPackCheck[];
}

/** What a plan would do to one pack. */
export interface ApiPackCheck {
  readonly packId: string;
  readonly name: string;
  /**
   * `alreadySo`: it has the plan's versions, or the plan's scheduled release. `drift`: the plan no longer fits it.
   * `refused`: it cannot be released.
   */
  readonly state: "ready" | "alreadySo" | "drift" | "refused";
  readonly changes: readonly ApiPlannedChange[];
  /** Why it is drift or refused, and what is worth knowing besides, as sentences. */
  readonly differences: readonly string[];
  /** How many accounts get the release; left out where that is not known. */
  readonly accounts?: number;
}

/** What a plan would do to one component. */
export interface ApiPlannedChange {
  readonly componentId: string;
  readonly name: string;
  readonly kind: "new" | "upgrade" | "rollBack" | "removed" | "unchanged";
  /** `""` for a component that was never released. */
  readonly from: string;
  /** `null` for a component that leaves the pack. */
  readonly to: string | null;
  /** The branch that `to` was packaged from; `""` where there is none or it is not known. */
  readonly branch: string;
}

/** How a plan that was applied ended. */
export interface ApiPlanOutcome {
  readonly formatVersion: 1;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly planHash: string;
  /** In the order of the plan. */
  readonly packs: readonly ApiPackOutcome[];
}

/** How one pack of a plan ended. */
export interface ApiPackOutcome {
  readonly packId: string;
  readonly name: string;
  /** `unknown`: it was sent, and whether it was made is not known. */
  readonly outcome: "released" | "scheduled" | "alreadySo" | "failed" | "unknown" | "notSent";
  /** The id of the release, or of what was sent where the outcome is unknown. */
  readonly releaseId?: string;
  /** Why it failed or is unknown. */
  readonly code?: ApiErrorCode;
  /** Why it failed or is unknown, and what to do. */
  readonly message?: string;
}

/** The release plan that a release comes from. */
export interface ApiPlanReference {
  readonly planHash: string;
  /** Left out where the plan has no name. */
  readonly name?: string;
}
