import { setTimeout as delay } from "node:timers/promises";
import { folderSize } from "./folderSize.ts";

/** How much the share must have grown for another line where there is no terminal, in percent. */
const lineStep = 25;

export interface Installation {
  /** What is installed, as a user reads it, such as `VS Code 1.139.1`. */
  readonly title: string;
  /** The folder that grows. */
  readonly folder: string;
  /** About how large the folder becomes, in bytes. */
  readonly size: number;
}

/** Where progress is written: a line that changes on a terminal, a few lines elsewhere. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far installations are. */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #measureMs: number;
  /** How far each installation that runs is, by title, in percent. */
  readonly #shares = new Map<string, number>();
  #hasStatus = false;

  /** `measureMs`: how often the size of a folder is measured at most. */
  constructor(output: ProgressOutput, measureMs = 1_000) {
    this.#output = output;
    this.#measureMs = measureMs;
  }

  /** Writes a line. */
  say(line: string): void {
    this.#clearStatus();
    this.#output.write(`${line}\n`);
    this.#writeStatus();
  }

  /** Runs an installation, and shows its start, how far it is, and its end. */
  async show(installation: Installation, install: () => Promise<void>): Promise<void> {
    const { title, size } = installation;
    const start = performance.now();
    this.say(`Installing ${title}, once: about ${Math.round(size / 1e6)} MB.`);
    const end = new AbortController();
    const measuring = this.#measure(installation, end.signal);
    try {
      await install();
      this.#shares.delete(title);
      this.say(`Installed ${title} in ${Math.ceil((performance.now() - start) / 1000)} s.`);
    } finally {
      end.abort();
      await measuring;
      this.#clearStatus();
      this.#shares.delete(title);
      this.#writeStatus();
    }
  }

  async #measure({ title, folder, size }: Installation, end: AbortSignal): Promise<void> {
    let pauseMs = this.#measureMs;
    let line = 0;
    while (await pause(pauseMs, end)) {
      const start = performance.now();
      const share = Math.min(99, Math.floor(((await folderSize(folder)) / size) * 100));
      if (end.aborted) return;
      // Measuring takes a small part of the time only, also of a slow disk.
      pauseMs = Math.max(this.#measureMs, 10 * (performance.now() - start));
      if (this.#output.isTTY === true) {
        this.#clearStatus();
        this.#shares.set(title, share);
        this.#writeStatus();
      } else if (share >= line + lineStep) {
        line = share - (share % lineStep);
        this.say(`${title}: ${share} %`);
      }
    }
  }

  #clearStatus(): void {
    if (this.#hasStatus) this.#output.write("\r\u001b[K");
    this.#hasStatus = false;
  }

  /** Writes the last line of a terminal; elsewhere no installation has a share. */
  #writeStatus(): void {
    if (this.#shares.size === 0) return;
    const status = [...this.#shares].map(([title, share]) => `${title}: ${share} %`).join(", ");
    // A line that wraps could not be cleared.
    this.#output.write(status.slice(0, (this.#output.columns ?? 80) - 1));
    this.#hasStatus = true;
  }
}

/** The progress of this process, on its standard error. */
export const progress = new Progress(process.stderr);

/** False when the end came first. */
function pause(ms: number, end: AbortSignal): Promise<boolean> {
  return delay(ms, true, { signal: end }).catch(() => false);
}
