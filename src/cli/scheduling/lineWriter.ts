import type { OutputStream } from "../terminal/surroundings.ts";
import type { LineContent, SchedulerLine } from "./schedulerLine.ts";

/** Writes the lines of the scheduler and remembers what they reported. */
export class LineWriter {
  readonly #stream: OutputStream;
  readonly #clock: () => Date;
  readonly #written: LineContent[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(stream: OutputStream, clock: () => Date) {
    this.#stream = stream;
    this.#clock = clock;
  }

  /** All lines so far. */
  get lines(): readonly LineContent[] {
    return this.#written;
  }

  /** Writes a line. One that cannot be written stops nothing. */
  write(content: LineContent): void {
    this.#written.push(content);
    const line: SchedulerLine = { formatVersion: 1, at: this.#clock().toISOString(), ...content };
    this.#writing = this.#writing
      .then(() => this.#stream.write(`${JSON.stringify(line)}\n`))
      .catch(() => undefined);
  }

  /** Resolves once all lines are written. */
  finish(): Promise<void> {
    return this.#writing;
  }
}
