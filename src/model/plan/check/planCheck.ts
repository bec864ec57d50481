import type { NamedPack } from "../../pack/pack.ts";
import type { ChangeKind } from "../../release/changeKind.ts";
import type { PlanHash } from "../file/planHash.ts";

/** The report of a check: what the plan would do, without changing anything. Command line and API answer it as JSON. */
export interface PlanCheck {
  readonly formatVersion: 1;
  readonly planHash: PlanHash;
  /** Whether the plan can be applied: every pack is ready or already so. */
  readonly fits: boolean;
  /** In the order of the plan. */
  readonly packs: readonly PackCheck[];
}

/** What the plan would do to one pack. */
export interface PackCheck extends NamedPack {
  readonly state: PackState;
  /** The plan's changes of every component, the unchanged ones included. */
  readonly changes: readonly PlannedChange[];
  /** Why the pack is drift or refused, and what is worth knowing besides, as sentences. */
  readonly differences: readonly string[];
  /** The place in the plan of each difference, in the same order. It is for editors, and in no report. */
  readonly places?: readonly PlanPlace[];
  /** How many accounts would get the release. Left out where that is not known. */
  readonly accounts?: number;
}

/**
 * The part of a pack of a plan that a difference is about: a key of the pack, or of one of its components. The date is that of
 * the plan.
 */
export type PlanPlace =
  | { readonly key: "packId" | "name" | "replaces" | "components" | "date" }
  | { readonly key: "componentId" | "name" | "from" | "to" | "packageId"; readonly componentId: string };

/** Something to report about a pack of a plan: a sentence, and what it is about. */
export interface PlanDifference {
  readonly text: string;
  readonly place: PlanPlace;
}

/**
 * The state of a pack of a plan.
 *
 * - `ready`: it can be released, where the outcome of an earlier release under this plan is not known only as rule 16 says
 * - `alreadySo`: it has the plan's versions, or the plan's schedule
 * - `drift`: the plan no longer fits it
 * - `refused`: it cannot be released
 */
export type PackState = "ready" | "alreadySo" | "drift" | "refused";

/** What the plan would do to one component. */
export interface PlannedChange {
  readonly componentId: string;
  readonly name: string;
  readonly kind: ChangeKind;
  /** `""` for a component that was never released. */
  readonly from: string;
  /** `null` for a component that leaves. */
  readonly to: string | null;
  /** The branch that `to` was packaged from; `""` where there is none or it is not known. */
  readonly branch: string;
}
