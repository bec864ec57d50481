import type { Timing } from "../../../src/backend/platform/http/timing.ts";
import { Emitter } from "../../../src/base/event.ts";
import { runCli } from "../../../src/cli/runCli.ts";
import type { EndSignal, OutputStream, Surroundings } from "../../../src/cli/terminal/surroundings.ts";
import { now } from "../fixtures/store.ts";

/** How the command line is called in a test. */
export interface CallOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingFolder?: string;
  /** Whether a person sees the outputs and answers. */
  readonly isTerminal?: boolean;
  /** What the person answers, in order; the input ends after the last. */
  readonly answers?: readonly string[];
  readonly clock?: () => Date;
  readonly timing?: Timing;
  /** Standard output, where another one than a text is wanted. */
  readonly write?: OutputStream["write"];
}

/** What a call of the command line wrote, and its exit code. */
export interface CalledCommand {
  readonly exitCode: number;
  readonly output: string;
  readonly errorOutput: string;
  /** The questions that a person was asked. */
  readonly questions: readonly string[];
}

/** A call of the command line in this process. It can get signals while it runs. */
export class CommandLineCall {
  readonly result: Promise<CalledCommand>;
  readonly #signals = new Emitter<EndSignal>();
  readonly #written = { output: "", errorOutput: "" };
  readonly #questions: string[] = [];

  constructor(commandArguments: readonly string[], options: CallOptions = {}) {
    this.result = this.#run(commandArguments, options);
  }

  /** What it wrote to standard output so far. */
  get output(): string {
    return this.#written.output;
  }

  /** What it wrote to standard error so far. */
  get errorOutput(): string {
    return this.#written.errorOutput;
  }

  /** Whether the program listens to signals, so that one does not end it at once. */
  get hearsSignals(): boolean {
    return this.#signals.hasListeners;
  }

  signal(signal: EndSignal): void {
    this.#signals.fire(signal);
  }

  async #run(commandArguments: readonly string[], options: CallOptions): Promise<CalledCommand> {
    const { environment = {}, workingFolder = "/", isTerminal = false, clock = () => now, timing } = options;
    const answers = [...(options.answers ?? [])];
    const stream = (name: "output" | "errorOutput"): OutputStream => ({
      isTerminal,
      write: (text) => {
        this.#written[name] += text;
        return Promise.resolve();
      },
    });
    const output = stream("output");
    const surroundings: Surroundings = {
      commandArguments,
      environment,
      workingFolder,
      output: options.write ? { ...output, write: options.write } : output,
      errorOutput: stream("errorOutput"),
      isInteractive: isTerminal,
      ask: (question) => {
        this.#questions.push(question);
        return Promise.resolve(answers.shift());
      },
      onSignal: this.#signals.event,
      clock,
      ...(timing && { timing }),
    };
    const exitCode = await runCli(surroundings);
    return { exitCode, ...this.#written, questions: this.#questions };
  }
}

/** Calls the command line in this process. */
export function callCli(
  commandArguments: readonly string[],
  options: CallOptions = {},
): Promise<CalledCommand> {
  return new CommandLineCall(commandArguments, options).result;
}
