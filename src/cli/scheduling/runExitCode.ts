import { exitCodes, type ExitCode } from "../exitCodes.ts";
import type { EndSignal } from "../terminal/surroundings.ts";
import type { LineContent } from "./schedulerLine.ts";

/** The exit code of one run of what is due, by what it reported. `signal`: what interrupted it. */
export function runExitCode(lines: readonly LineContent[], signal?: EndSignal): ExitCode {
  const has = (...events: LineContent["event"][]) => lines.some(({ event }) => events.includes(event));
  if (has("unknown") || lines.some(({ code }) => code === "OutcomeUnknown")) return exitCodes.unknown;
  const isIncomplete = signal !== undefined || has("failed", "refused", "waiting", "unavailable", "stalled");
  if (!isIncomplete) return exitCodes.done;
  if (has("released")) return exitCodes.stopped;
  return signal === undefined ? exitCodes.failed : exitCodes[signal];
}
