import { Emitter, type Event } from "../../base/event.ts";
import type { Disposable } from "../../base/disposable.ts";
import { whileListened } from "../../base/whileListened.ts";

/** How often to check for changes by other programs, in ms. */
const pollInterval = 1000;

/** Announces changes of a database. Checks for changes by other programs while it has listeners. */
export class ChangeWatch implements Disposable {
  readonly #emitter = new Emitter<void>();
  readonly #readState: () => string;
  #state = "";
  #timer: NodeJS.Timeout | undefined;

  /** `readState` returns a text that is another one after another program has changed the database. */
  constructor(readState: () => string) {
    this.#readState = readState;
  }

  readonly event: Event<void> = whileListened(this.#emitter.event, () => {
    this.#start();
    return { dispose: () => this.#stop() };
  });

  fire(): void {
    this.#emitter.fire();
  }

  /**
   * Checks for a change now. Call it when a read failed because of one: the database may be as before at the next regular
   * check, and nobody would learn that it can be read again.
   */
  check(): void {
    if (this.#timer) this.#poll();
  }

  dispose(): void {
    this.#stop();
    this.#emitter.dispose();
  }

  #start(): void {
    this.#state = this.#readState();
    this.#timer = setInterval(() => this.#poll(), pollInterval);
    this.#timer.unref();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #poll(): void {
    const state = this.#readState();
    if (state === this.#state) return;
    this.#state = state;
    this.#emitter.fire();
  }
}
