import type { OutputStream, Surroundings } from "../terminal/surroundings.ts";
import type { TextStyle } from "./report.ts";

/** How text on a stream looks. https://no-color.org: a variable that is set and not empty switches colors off. */
export function textStyle(
  stream: OutputStream,
  environment: Surroundings["environment"],
  isOff: boolean,
): TextStyle {
  const { NO_COLOR, TERM } = environment;
  return { usesColor: stream.isTerminal && !isOff && !NO_COLOR && TERM !== "dumb" };
}
