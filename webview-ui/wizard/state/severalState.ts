import type { PlanApplication } from "../../../src/model/plan/application/planApplication.ts";
import type { PlanOutcome } from "../../../src/model/plan/application/planOutcome.ts";
import type { ReleasePlan } from "../../../src/model/plan/releasePlan.ts";
import type { Problem } from "./wizardState.ts";

/** What only a wizard for several packs has: their plan, and its application. */
export interface SeveralState {
  /** The name of the plan, as the user typed it. */
  readonly planName: string;
  /** The plan that the wizard was opened with; left out where the packs were selected. */
  readonly opened?: ReleasePlan;
  /** The URI of the plan's file; left out where it has none. */
  readonly file?: string;
  /** The last press of the button that releases or schedules. */
  readonly application?: ApplicationState;
}

/** The application of a plan, from the press of the button on. */
export interface ApplicationState {
  /**
   * - `underWay`: its outcome is awaited
   * - `unconfirmed`: the page was not loaded while it was under way, and the extension has not reported its state yet
   * - `ended`: it has an outcome
   * - `rejected`: it ended with an error
   */
  readonly state: "underWay" | "unconfirmed" | "ended" | "rejected";
  /** The plan that is applied; left out until the extension drafted it. */
  readonly plan?: ReleasePlan;
  /** How far it is; left out until something happened. */
  readonly progress?: PlanApplication;
  /** What is done with the pack that is being sent, as a text for users. */
  readonly step?: string;
  /** Whether the user asked to stop after the pack that is being sent. */
  readonly isStopping?: boolean;
  readonly outcome?: PlanOutcome;
  readonly problem?: Problem;
  /** The release ids of unknown outcomes that the user confirms to send again. */
  readonly sendAgain: readonly string[];
}
