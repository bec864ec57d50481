import { setImmediate as turn } from "node:timers/promises";
import type { Timing } from "../../../../src/backend/platform/http/timing.ts";

/** A clock that only pauses move, which pass at once and are recorded, in ms. */
export class ManualTiming implements Timing {
  readonly pauses: number[] = [];
  /** What the next jitters are made of. */
  chance = 0.5;
  #clockSetBy = 0;
  #now = Date.parse("2026-06-10T12:00:00Z");

  now(): number {
    return this.#now;
  }

  date(): number {
    return this.#now + this.#clockSetBy;
  }

  /** Sets the clock that people see by so many ms; what is timed goes on as it was. */
  setClock(ms: number): void {
    this.#clockSetBy += ms;
  }

  advance(ms: number): void {
    this.#now += ms;
  }

  async pause(ms: number, signal?: AbortSignal): Promise<void> {
    this.pauses.push(ms);
    // Whatever is not a pause happens before time goes on.
    await turn();
    signal?.throwIfAborted();
    this.#now += ms;
  }

  random(): number {
    return this.chance;
  }
}
