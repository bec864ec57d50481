import type { PackOutcome, PlanOutcome } from "../../model/plan/application/planOutcome.ts";
import { exitCodes, type ExitCode } from "../exitCodes.ts";
import type { EndSignal } from "../terminal/surroundings.ts";

/** The exit code of an applied plan. `signal`: what interrupted it; left out where nothing did. */
export function outcomeExitCode({ packs }: PlanOutcome, signal?: EndSignal): ExitCode {
  const has = (...outcomes: PackOutcome["outcome"][]) =>
    packs.some(({ outcome }) => outcomes.includes(outcome));
  if (has("unknown")) return exitCodes.unknown;
  if (!has("failed", "notSent")) return exitCodes.done;
  if (has("released", "scheduled")) return exitCodes.stopped;
  if (has("failed")) return exitCodes.failed;
  return signal === undefined ? exitCodes.failed : exitCodes[signal];
}
