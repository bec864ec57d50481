import type { NamedPack } from "../pack/pack.ts";

/**
 * A release plan, exactly as its file contains it: packs in order, the version that each of their components is to have,
 * and a date or none. Optional keys are left out, never empty.
 */
export interface ReleasePlan {
  readonly planVersion: 1;
  readonly name?: string;
  /** Why, for those who review it. */
  readonly notes?: string;
  readonly target: PlanTarget;
  /** The local calendar date, `yyyy-MM-dd`, on which the packs are released. Left out: immediately. */
  readonly date?: string;
  /** The IANA zone of the date. Left out without a date, and where the platform runs the release: Boomi takes none. */
  readonly timeZone?: string;
  /** At least one, in the order in which they are released. */
  readonly packs: readonly PlannedPack[];
}

/** Where a plan is applied. It is compared with the open backend and never decides where anything is sent (rule 18). */
export type PlanTarget = LocalTarget | PlatformTarget;

/** The local store. */
export interface LocalTarget {
  readonly backend: "local";
}

/** An account of the Boomi Platform. */
export interface PlatformTarget {
  readonly backend: "platform";
  readonly baseUrl: string;
  /** The account that is worked on: the override account where there is one. */
  readonly accountId: string;
  /** Who runs the release on its date. Left out without a date. */
  readonly scheduleWith?: "platform" | "workspace";
}

/** A pack of a plan with all of its components, the unchanged ones included. */
export interface PlannedPack extends NamedPack {
  /** The scheduled release that this one replaces. Left out where there is none. */
  readonly replaces?: ReplacedSchedule;
  readonly components: readonly PlannedComponent[];
}

/** The date of a scheduled release that a plan replaces. */
export interface ReplacedSchedule {
  /** The local calendar date, `yyyy-MM-dd`. */
  readonly date: string;
  /** The IANA zone of the date. Left out where it is not known. */
  readonly timeZone?: string;
}

/** A component of a plan: its version before and after. Ids decide; the name is for people. */
export interface PlannedComponent {
  readonly componentId: string;
  readonly name: string;
  /** The current version; `""` for a component that was never released. */
  readonly from: string;
  /** The version after the release; `null` for a component that leaves the pack. */
  readonly to: string | null;
  /** The package id of `to`. */
  readonly packageId?: string;
}
