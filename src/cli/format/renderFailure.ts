import * as l10n from "@vscode/l10n";
import { failureReport } from "../failure.ts";
import { toTerminalText } from "../terminal/terminalText.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { red } from "./color.ts";
import { textStyle } from "./textStyle.ts";

/** An error as it is written to standard error: a line of JSON, or text. The arguments may be such that they cannot be read. */
export function renderFailure(
  error: unknown,
  surroundings: Pick<Surroundings, "commandArguments" | "errorOutput" | "environment">,
): string {
  const { errorOutput, environment, commandArguments } = surroundings;
  const report = failureReport(error);
  if (wantsJson(commandArguments)) return `${JSON.stringify(report)}\n`;
  const style = textStyle(errorOutput, environment, commandArguments.includes("--no-color"));
  const text = `${red(l10n.t("error:"), style)} ${report.message}\n${report.advice}\n`;
  return toTerminalText(text, errorOutput, environment);
}

function wantsJson(commandArguments: readonly string[]): boolean {
  return commandArguments.some(
    (argument, at) =>
      argument === "--format=json" || (argument === "--format" && commandArguments[at + 1] === "json"),
  );
}
