import { setImmediate as turn } from "node:timers/promises";
import type { Backend } from "../../backend/backend.ts";
import type { ExitCode } from "../exitCodes.ts";
import type { EndSignal, Surroundings } from "../terminal/surroundings.ts";
import { DueTimer } from "./dueTimer.ts";
import { runExitCode } from "./runExitCode.ts";
import { ScheduledRun, type ScheduledRunDependencies } from "./scheduledRun.ts";

/** Runs what is due now, each release once. A signal ends it after the release that is being sent. */
export async function runOnce(
  dependencies: Omit<ScheduledRunDependencies, "timer" | "onReplaced">,
  backend: Backend,
  onSignal: Surroundings["onSignal"],
): Promise<ExitCode> {
  const timer = new DueTimer();
  const run = new ScheduledRun({ ...dependencies, timer, onReplaced: () => undefined });
  let signal: EndSignal | undefined;
  const subscription = onSignal((received) => {
    signal ??= received;
    run.stop();
    void backend.finish?.();
  });
  try {
    run.start();
    while (signal === undefined && timer.runPending()) {
      await run.whenIdle();
      // Events and changes are announced after the step that caused them.
      await turn();
    }
    return runExitCode(dependencies.lines.lines, signal);
  } finally {
    subscription.dispose();
    run.dispose();
  }
}
