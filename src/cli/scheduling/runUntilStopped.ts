import type { Backend } from "../../backend/backend.ts";
import { systemTimer } from "../../scheduler/clock.ts";
import { exitCodes, type ExitCode } from "../exitCodes.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { ScheduledRun, type ScheduledRunDependencies } from "./scheduledRun.ts";

/** How often the program wakes up while no release waits, in ms: something must keep it running. */
const heartbeat = 3_600_000;

/**
 * Runs what becomes due until a signal comes. A release that was sent is followed for 30 seconds then; a second signal ends
 * that at once. It fails when another store has replaced the open one: the program that started it starts it again.
 */
export async function runUntilStopped(
  dependencies: Omit<ScheduledRunDependencies, "timer" | "onReplaced">,
  backend: Backend,
  onSignal: Surroundings["onSignal"],
): Promise<ExitCode> {
  const { lines } = dependencies;
  const ending = createEnding();
  const run = new ScheduledRun({
    ...dependencies,
    timer: systemTimer,
    onReplaced: () => ending.end(exitCodes.failed),
  });
  let isStopping = false;
  const subscription = onSignal(() => {
    if (isStopping) ending.end(exitCodes.unknown);
    isStopping = true;
    run.stop();
    void Promise.allSettled([backend.finish?.(), run.whenIdle()]).then(() => ending.end(exitCodes.done));
  });
  const alive = setInterval(() => undefined, heartbeat);
  try {
    lines.write({ event: "started" });
    run.start();
    return await ending.promise;
  } finally {
    clearInterval(alive);
    subscription.dispose();
    run.dispose();
    lines.write({ event: "stopped" });
  }
}

/** The exit code, once it is known. */
function createEnding() {
  let end: (exitCode: ExitCode) => void = () => undefined;
  const promise = new Promise<ExitCode>((resolve) => (end = resolve));
  return { promise, end: (exitCode: ExitCode) => end(exitCode) };
}
