import type { PlanApplication } from "../../model/plan/application/planApplication.ts";
import type { PlanOutcome } from "../../model/plan/application/planOutcome.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import type { ShownErrorCode } from "../refusal.ts";

/** From the extension to the page of a wizard for several packs. */
export type PlanMessage =
  /** Why each pack no longer fits the plan that the wizard was opened with, as sentences. None where all fit. */
  | { readonly type: "planDrift"; readonly packs: readonly PackDrift[] }
  /** The plan's file changed after the wizard was opened. */
  | { readonly type: "planFileChanged"; readonly isChanged: boolean }
  /** Another backend, address or account is open than the packs are from. */
  | { readonly type: "otherTarget"; readonly isOther: boolean; readonly message?: string }
  /** The person chose the pack whose released versions the pack takes. */
  | { readonly type: "takenVersions"; readonly packId: string; readonly from: IntegrationPack }
  /** The plan that is applied from now on. */
  | { readonly type: "planSent"; readonly plan: ReleasePlan }
  | { readonly type: "planProgress"; readonly application: PlanApplication; readonly step?: string }
  | { readonly type: "planOutcome"; readonly outcome: PlanOutcome }
  /** Nothing was sent. */
  | { readonly type: "planRejected"; readonly code: ShownErrorCode; readonly message: string };

/** Why a pack no longer fits a plan. */
export interface PackDrift {
  readonly packId: string;
  readonly differences: readonly string[];
}
