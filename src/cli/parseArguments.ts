import * as l10n from "@vscode/l10n";
import { Argument, Command as Parser, CommanderError, Option as ParserOption } from "commander";
import type { Command, Option, Parameter } from "./command.ts";
import { commonOptions } from "./commonOptions.ts";
import { describeExitCodes } from "./describeExitCodes.ts";
import { OptionValues } from "./optionValues.ts";
import { refuseSecrets } from "./refuseSecrets.ts";
import { UsageError } from "./usageError.ts";

/** What the arguments ask for. */
export type ParsedArguments =
  /** A text to write, such as the help. */
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "call";
      readonly command: Command;
      readonly parameters: readonly string[];
      readonly options: OptionValues;
    };

/** The name of the program. */
export const programName = "integration-packs";

/** Reads the arguments of the program. @throws `UsageError` */
export async function parseArguments(
  commands: readonly Command[],
  commandArguments: readonly string[],
): Promise<ParsedArguments> {
  refuseSecrets(commandArguments);
  const written: string[] = [];
  let call: ParsedArguments | undefined;
  const program = createParser(
    neededCommands(commands, commandArguments),
    // Reading it takes as long as reading all arguments.
    commandArguments.includes("--version") ? (await import("./readVersion.ts")).readVersion() : "",
    (text) => written.push(text),
    (command, parameters, options) =>
      (call = { kind: "call", command, parameters, options: new OptionValues(options) }),
  );
  try {
    await program.parseAsync([...commandArguments], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "text", text: written.join("") };
    throw toUsageError(error, written.join(""));
  }
  return call ?? { kind: "text", text: written.join("") };
}

/** Only the commands that the first argument can name; all of them where it names none. */
function neededCommands(commands: readonly Command[], [first = ""]: readonly string[]): readonly Command[] {
  const named = commands.filter(({ name }) => name.split(" ")[0] === first);
  return named.length > 0 ? named : commands;
}

/** The help of the program, or of one command. */
export function helpOf(commands: readonly Command[], command?: Command): string {
  const program = createParser(
    commands,
    "",
    () => undefined,
    () => undefined,
  );
  return findParser(program, command?.name.split(" ") ?? []).helpInformation();
}

type OnCall = (command: Command, parameters: string[], options: Record<string, unknown>) => void;

function createParser(
  commands: readonly Command[],
  version: string,
  write: (text: string) => void,
  onCall: OnCall,
): Parser {
  const program = new Parser(programName)
    .description(l10n.t("Plans, checks and applies releases of Boomi integration packs."))
    .version(version, "--version", l10n.t("writes the version"))
    .helpOption("--help", l10n.t("describes the program, or a command"))
    .helpCommand(l10n.t("help [command]"), l10n.t("describes the program, or a command"))
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: write,
      writeErr: write,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", () => `\n${exitCodesText()}`);
  const add = (parser: Parser, options: readonly Option[]) =>
    options.forEach((option) => parser.addOption(toParserOption(option)));
  add(program, commonOptions());
  for (const command of commands) {
    const [name = "", member] = command.name.split(" ");
    const group = member === undefined ? program : groupOf(program, name, commands);
    const parser = group
      .command(member ?? name)
      .description(`${command.summary}\n\n${command.details}`.trim());
    parser.summary(command.summary);
    for (const parameter of command.parameters) parser.addArgument(toArgument(parameter));
    add(parser, command.options);
    parser.addHelpText("after", () => `\n${examplesText(command)}`);
    parser.action(() => onCall(command, parser.args, parser.optsWithGlobals()));
  }
  return program;
}

/** The parser of the commands whose names begin with the same word. */
function groupOf(program: Parser, name: string, commands: readonly Command[]): Parser {
  const found = program.commands.find((each) => each.name() === name);
  if (found) return found;
  const members = commands.filter((command) => command.name.startsWith(`${name} `));
  return program.command(name).summary(members.map(({ summary }) => summary).join("; "));
}

function findParser(parser: Parser, names: readonly string[]): Parser {
  return names.reduce((group, name) => group.commands.find((each) => each.name() === name) ?? group, parser);
}

function examplesText({ examples }: Command): string {
  return `${[l10n.t("Examples:"), ...examples.map((example) => `  ${example}`)].join("\n")}\n`;
}

function exitCodesText(): string {
  const lines = describeExitCodes().map(([codes, meaning]) => `  ${codes.padEnd(8)}  ${meaning}`);
  return `${[l10n.t("Exit codes:"), ...lines].join("\n")}\n`;
}

function toParserOption({ flags, description, choices }: Option): ParserOption {
  const option = new ParserOption(flags, description);
  return choices ? option.choices([...choices]) : option;
}

function toArgument({ name, description, count }: Parameter): Argument {
  switch (count) {
    case "one":
      return new Argument(`<${name}>`, description);
    case "optional":
      return new Argument(`[${name}]`, description);
    case "any":
      return new Argument(`[${name}...]`, description);
    case "several":
      return new Argument(`<${name}...>`, description);
  }
}

/** Values of unknown options may be secrets, so they are not repeated. */
function toUsageError({ code, message }: CommanderError, written: string): UsageError {
  const isHelp = code === "commander.help";
  const problem = isHelp ? l10n.t("No command is given.") : message.replace(/^error: /, "");
  const safe = code === "commander.unknownOption" ? problem.replace(/=[^']*(?=')/, "") : problem;
  const advice = l10n.t('Run "{0} help" to see the commands, or add --help to a command.', programName);
  return new UsageError(asSentence(safe.split("\n").join(" ")), isHelp ? written.trim() || advice : advice);
}

function asSentence(text: string): string {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?)]$/.test(sentence) ? sentence : `${sentence}.`;
}
