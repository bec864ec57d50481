import * as l10n from "@vscode/l10n";
import type { Disposable } from "../base/disposable.ts";
import { describeError } from "../base/describeError.ts";
import { lazy } from "../base/lazy.ts";
import { messageOf } from "../base/messageOf.ts";
import { checkClock } from "./checkClock.ts";
import type { CommandResult } from "./command.ts";
import { commands } from "./commands.ts";
import { exitCodes, type ExitCode } from "./exitCodes.ts";
import { exitCodeOf } from "./failure.ts";
import { renderFailure } from "./format/renderFailure.ts";
import { renderReport } from "./format/renderReport.ts";
import { formats, type Format } from "./format/report.ts";
import { textStyle } from "./format/textStyle.ts";
import { OutputError } from "./outputError.ts";
import type { OptionValues } from "./optionValues.ts";
import { parseArguments } from "./parseArguments.ts";
import { toTerminalText } from "./terminal/terminalText.ts";
import { Notices, type Verbosity } from "./terminal/notices.ts";
import type { Surroundings } from "./terminal/surroundings.ts";
import { UsageError } from "./usageError.ts";

/** Runs the command line. Resolves to the exit code; never rejects. */
export async function runCli(surroundings: Surroundings): Promise<ExitCode> {
  try {
    const parsed = await parseArguments(commands(), surroundings.commandArguments);
    if (parsed.kind === "text") {
      await surroundings.output.write(parsed.text);
      return exitCodes.done;
    }
    const { command, parameters, options } = parsed;
    const notices = new Notices(surroundings.errorOutput, verbosityOf(options), (error) =>
      renderFailure(error, surroundings),
    );
    const opened: Disposable[] = [];
    const openBackend = lazy(async () => {
      if (command.writesDates) checkClock(surroundings.clock());
      const { openChosenBackend } = await import("./backend/openChosenBackend.ts");
      const backend = await openChosenBackend(options, surroundings, notices);
      opened.push(backend);
      return backend;
    });
    const openPackList = lazy(async () => {
      const { openChosenPackList } = await import("./backend/openChosenBackend.ts");
      const list = await openChosenPackList(options, surroundings, notices);
      opened.push(list);
      return list;
    });
    try {
      const run = await command.load();
      const result = await run({ parameters, options, surroundings, notices, openBackend, openPackList });
      notices.endProgress();
      return await writeResult(result, formatOf(options), options, surroundings);
    } finally {
      notices.endProgress();
      for (const each of opened) each.dispose();
    }
  } catch (error) {
    await writeFailure(error, surroundings);
    return exitCodeOf(error);
  }
}

async function writeResult(
  { report, exitCode, hasChanged = false }: CommandResult,
  format: Format,
  options: OptionValues,
  { output, environment }: Surroundings,
): Promise<ExitCode> {
  if (!report) return exitCode;
  const text = await renderReport(report, format, textStyle(output, environment, options.isOff("color")));
  try {
    await output.write(format === "text" ? toTerminalText(text, output, environment) : text);
  } catch (error) {
    if (!hasChanged) throw notWritten(error);
  }
  return exitCode;
}

function notWritten(error: unknown): Error {
  return new OutputError(l10n.t("The result could not be written: {0}", messageOf(error)), { cause: error });
}

async function writeFailure(error: unknown, surroundings: Surroundings): Promise<void> {
  const { errorOutput, commandArguments } = surroundings;
  await errorOutput.write(renderFailure(error, surroundings)).catch(() => undefined);
  if (commandArguments.includes("--verbose") && !(error instanceof UsageError)) {
    await errorOutput.write(`${describeError(error)}\n`).catch(() => undefined);
  }
}

function verbosityOf(options: OptionValues): Verbosity {
  if (options.flag("quiet")) return "quiet";
  return options.flag("verbose") ? "verbose" : "normal";
}

function formatOf(options: OptionValues): Format {
  const chosen = options.text("format") ?? "text";
  return formats.find((format) => format === chosen) ?? "text";
}
