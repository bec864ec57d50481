import type { Log } from "../../base/log.ts";
import { oneLine } from "../../model/text/visibleText.ts";
import type { OutputStream } from "./surroundings.ts";

/** How much is written besides the results. */
export type Verbosity = "quiet" | "normal" | "verbose";

/** Writes what is no result to standard error: remarks, progress, and the log. */
export class Notices {
  /** The log; its lines are written with `--verbose` only. */
  readonly log: Log;
  readonly #stream: OutputStream;
  readonly #verbosity: Verbosity;
  readonly #renderFailure: (error: unknown) => string;
  #isProgressShown = false;

  /** `renderFailure`: an error as it is written, with its line end. */
  constructor(stream: OutputStream, verbosity: Verbosity, renderFailure: (error: unknown) => string) {
    this.#stream = stream;
    this.#verbosity = verbosity;
    this.#renderFailure = renderFailure;
    const write = (level: string) => (message: string | Error) => {
      if (verbosity === "verbose")
        this.#line(`${level}: ${message instanceof Error ? message.message : message}`);
    };
    this.log = { info: write("info"), warn: write("warning"), error: write("error") };
  }

  /** Writes a sentence that is worth knowing; not with `--quiet`. */
  note(sentence: string): void {
    if (this.#verbosity !== "quiet") this.#line(sentence);
  }

  /** Writes an error after which the command goes on, whatever the verbosity. */
  failure(error: unknown): void {
    this.endProgress();
    this.#write(this.#renderFailure(error));
  }

  /** Shows what is being done, in a line that the next one replaces. On a terminal only. */
  progress(step: string): void {
    if (!this.#stream.isTerminal || this.#verbosity === "quiet") return;
    this.#write(`\r\u001b[2K${oneLine(step)}`);
    this.#isProgressShown = true;
  }

  /** Removes the line of `progress`. */
  endProgress(): void {
    if (this.#isProgressShown) this.#write("\r\u001b[2K");
    this.#isProgressShown = false;
  }

  #line(text: string): void {
    this.endProgress();
    this.#write(`${oneLine(text)}\n`);
  }

  /** A notice that cannot be written must not make what was done look like a failure. */
  #write(text: string): void {
    this.#stream.write(text).catch(() => undefined);
  }
}
