import type { Backend } from "../backend/backend.ts";
import type { PackList } from "../backend/packList.ts";
import type { OptionValues } from "./optionValues.ts";
import type { ExitCode } from "./exitCodes.ts";
import type { Report } from "./format/report.ts";
import type { Notices } from "./terminal/notices.ts";
import type { Surroundings } from "./terminal/surroundings.ts";

/** An argument of a command that is no option. */
export interface Parameter {
  /** As the help shows it, such as `PACK`. */
  readonly name: string;
  readonly description: string;
  /** How often it is given. */
  readonly count: "one" | "optional" | "any" | "several";
}

/** An option of a command. */
export interface Option {
  /** As the help shows it, such as `--out <FILE>`. */
  readonly flags: string;
  readonly description: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
}

/** One command of the command line. Help, documents and arguments are made of it. */
export interface Command {
  /** One word, or two for a command of a group. */
  readonly name: string;
  /** What it does, as a sentence without a full stop. */
  readonly summary: string;
  /** What a person should know before running it, in whole sentences. */
  readonly details: string;
  readonly parameters: readonly Parameter[];
  readonly options: readonly Option[];
  /** Command lines, each for a purpose of its own. */
  readonly examples: readonly string[];
  /** The JSON Schema of its results in the package, without the folder; left out where it writes none. */
  readonly schema?: string;
  /** Whether it writes dates, so that the clock must be right. */
  readonly writesDates?: true;
  /** Loads its code. */
  readonly load: () => Promise<RunCommand>;
}

/** Runs a command. @throws `IntegrationPacksError`; nothing was sent then */
export type RunCommand = (call: Call) => Promise<CommandResult>;

/** A call of a command. */
export interface Call {
  readonly parameters: readonly string[];
  readonly options: OptionValues;
  readonly surroundings: Surroundings;
  readonly notices: Notices;
  /** Opens the backend that options and environment name. It is closed when the command ends. */
  readonly openBackend: () => Promise<Backend>;
  /** Opens the list of its packs alone, which loads less. */
  readonly openPackList: () => Promise<PackList>;
}

/** What came of a command. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  /** Goes to standard output; left out where the command writes by itself. */
  readonly report?: Report;
  /** Whether something was changed, so that a report which cannot be written does not make it a failure. */
  readonly hasChanged?: boolean;
}
