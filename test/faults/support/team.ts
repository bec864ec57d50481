import assert from "node:assert/strict";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { until } from "../../support/time/until.ts";
import { endOf } from "./endOf.ts";
import type { TeamLine, TeamProgramOptions } from "./teamWork.ts";

const program = fileURLToPath(new URL("teamProgram.ts", import.meta.url));

/** How many combinations of versions a program has for itself. */
const combinationsEach = 100;

/** Programs that work at the same time, and what they reported. One that was killed is started again. */
export class Team {
  /** What was confirmed, by combination, with how it ended once its program said so. */
  readonly confirmed = new Map<number, string | undefined>();
  /** When each combination was cancelled, in ms since the epoch. */
  readonly cancelled = new Map<number, number>();
  /** The scheduled releases that ran. */
  readonly ran = new Set<number>();
  /** What programs wrote that ended by a fault of their own. */
  readonly problems: string[] = [];
  killed = 0;
  readonly #running = new Set<ChildProcessWithoutNullStreams>();
  readonly #options: (first: number) => Omit<TeamProgramOptions, "skew">;
  #lines = 0;
  #started = 0;
  #isOver = false;

  /** `options` are those of a program that starts now, with the first combination that is its own. */
  constructor(options: (first: number) => Omit<TeamProgramOptions, "skew">) {
    this.#options = options;
  }

  /** Starts a program whose clock is ahead of the server's by `skew` ms. */
  start(skew: number): void {
    const first = 1 + this.#started++ * combinationsEach;
    const options = JSON.stringify({ ...this.#options(first), skew });
    const child = spawn(process.execPath, [program, options], { stdio: ["pipe", "pipe", "pipe"] });
    this.#running.add(child);
    child.stdin.on("error", () => undefined);
    let problem = "";
    child.stderr.on("data", (chunk: Buffer) => void (problem += chunk.toString()));
    createInterface(child.stdout).on("line", (line) => this.#note(JSON.parse(line) as TeamLine));
    child.once("exit", (code, signal) => {
      this.#running.delete(child);
      if (code !== 0 && signal !== "SIGKILL") this.problems.push(problem);
      else if (!this.#isOver) this.start(skew);
    });
  }

  /** Waits until the programs reported so much more. @throws when one ended by a fault of its own */
  async waitForLines(count: number): Promise<void> {
    const enough = this.#lines + count;
    const isEnough = () => this.#lines >= enough || this.problems.length > 0 || undefined;
    await until("line of a program", isEnough, 120_000);
    assert.deepEqual(this.problems, []);
  }

  /** Kills one of the programs. */
  async kill(pick: <T>(list: readonly [T, ...T[]]) => T): Promise<void> {
    const [first, ...others] = this.#running;
    if (!first) return;
    const child = pick([first, ...others]);
    this.killed += 1;
    const ended = endOf(child);
    child.kill("SIGKILL");
    await ended;
  }

  /** Has each program end after its present operation. */
  async end(): Promise<void> {
    this.#isOver = true;
    const ended = [...this.#running].map(endOf);
    for (const child of this.#running) child.stdin.end();
    await Promise.all(ended);
  }

  #note(line: TeamLine): void {
    this.#lines += 1;
    switch (line.kind) {
      case "confirmed":
        assert.ok(!this.confirmed.has(line.combination));
        this.confirmed.set(line.combination, undefined);
        break;
      case "outcome":
        this.confirmed.set(line.combination, line.outcome);
        break;
      case "ran":
        this.ran.add(line.combination);
        break;
      case "cancelled":
        this.cancelled.set(line.combination, line.at);
        break;
      case "failed":
        break;
    }
  }
}
