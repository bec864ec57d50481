/** How long `finish` lets operations run before it has them end early, in ms. */
const patience = 30_000;

/** The operations of an owner that must end before the owner is closed. */
export class Operations {
  readonly #running = new Set<Promise<unknown>>();
  readonly #endEarly = new AbortController();
  #isFinishing = false;

  /** Aborted when an operation that can end early must end: it has had its time since `finish` was called. */
  get signal(): AbortSignal {
    return this.#endEarly.signal;
  }

  /** Whether `finish` was called: what can end between two steps ends. */
  get areFinishing(): boolean {
    return this.#isFinishing;
  }

  get areRunning(): boolean {
    return this.#running.size > 0;
  }

  /** Runs the work as one of the operations. `closed` makes the error for work that comes after `finish`. */
  async run<T>(work: () => Promise<T>, closed: () => Error): Promise<T> {
    if (this.#isFinishing) throw closed();
    const operation = work();
    this.#running.add(operation);
    try {
      return await operation;
    } finally {
      this.#running.delete(operation);
    }
  }

  /** Admits no further operation, and resolves once those that are running have ended. */
  async finish(): Promise<void> {
    this.#isFinishing = true;
    const timeout = setTimeout(() => this.#endEarly.abort(), patience);
    await Promise.allSettled(this.#running);
    clearTimeout(timeout);
  }
}
