import type { BackendReads } from "../../backend/backendReads.ts";
import type { Log } from "../../base/log.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";

/** Dependencies of the tools inside VS Code. None of them changes anything. */
export interface AgentServices {
  /** The active backend, to read from. */
  readonly backend: { get(): Promise<BackendReads> };
  /** Opens the wizard with a plan, whose last button is the question. @throws `InvalidRequest` for a plan for something else */
  readonly openPlan: (plan: ReleasePlan) => Promise<void>;
  readonly log: Log;
}
