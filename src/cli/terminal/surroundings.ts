import type { Timing } from "../../backend/platform/http/timing.ts";
import type { Event } from "../../base/event.ts";

/** A signal that asks the program to end. */
export type EndSignal = "SIGINT" | "SIGTERM";

/** A stream that the program writes to. */
export interface OutputStream {
  /** Whether a person sees it. */
  readonly isTerminal: boolean;
  /**
   * Resolves once the text is written, or nobody reads the stream any longer.
   *
   * @throws the error of the system, such as that of a full disk
   */
  write(text: string): Promise<void>;
}

/** Everything that the command line takes from the process around it; tests bring their own. */
export interface Surroundings {
  /** Without the program and the script. */
  readonly commandArguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly workingFolder: string;
  readonly output: OutputStream;
  readonly errorOutput: OutputStream;
  /** Whether a person can answer a question. */
  readonly isInteractive: boolean;
  /** Asks the person. Resolves to nothing when the input ends. */
  ask(question: string): Promise<string | undefined>;
  /** While somebody listens, a signal does not end the process by itself. */
  readonly onSignal: Event<EndSignal>;
  readonly clock: () => Date;
  /** Times pauses on the platform; the runtime's when left out. */
  readonly timing?: Timing;
}
