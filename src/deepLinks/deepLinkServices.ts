import type { Log } from "../base/log.ts";
import type { PlanOpening } from "../panels/wizard/wizardOpening.ts";

/** Dependencies of links. None of them changes anything. */
export interface DeepLinkServices {
  /** Opens the wizard with a plan, whose last button is the question. @throws `InvalidRequest` for a plan for something else */
  readonly openPlan: (opening: PlanOpening) => Promise<void>;
  readonly log: Log;
}
