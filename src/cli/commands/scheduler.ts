import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import type { RunCommand } from "../command.ts";
import { LineWriter } from "../scheduling/lineWriter.ts";
import { runOnce } from "../scheduling/runOnce.ts";
import { runUntilStopped } from "../scheduling/runUntilStopped.ts";

/** Runs the scheduled releases, with a line for each event: once what is due, or until a signal comes. */
export const scheduler: RunCommand = async ({ options, surroundings, notices, openBackend }) => {
  const { clock, output, onSignal } = surroundings;
  const backend = await openBackend();
  const { schedules } = backend;
  if (!schedules?.queue) throw capabilityErrors.schedules();
  const lines = new LineWriter(output, clock);
  const missed = options.text("missed") === "skip" ? "skip" : "release";
  const { queue } = schedules;
  const dependencies = { backend, schedules, queue, missed, clock, lines, log: notices.log } as const;
  const run = options.flag("once") ? runOnce : runUntilStopped;
  const exitCode = await run(dependencies, backend, onSignal);
  await lines.finish();
  return { exitCode };
};
