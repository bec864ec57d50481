import { listed } from "../../../base/language.ts";
import type { PackOutcome } from "../../../model/plan/application/planOutcome.ts";
import { describePackOutcome } from "../../../model/plan/report/describePlan.ts";
import { countInState } from "../../../model/text/countInState.ts";

const outcomes = ["released", "scheduled", "alreadySo", "failed", "unknown", "notSent"] as const;

/** How many packs ended in which way, such as "2 released, 1 failed". */
export function describeOutcomes(packs: readonly PackOutcome[]): string {
  return listed(
    outcomes
      .map((outcome) => [outcome, packs.filter((pack) => pack.outcome === outcome).length] as const)
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) => countInState(count, describePackOutcome(outcome))),
  );
}
