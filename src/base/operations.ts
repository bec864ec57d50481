/** The operations of an owner that must end before the owner is closed. */
export class Operations {
  readonly #running = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();

  /** Aborted once `finish` was called: an operation that can end early ends then. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  get areRunning(): boolean {
    return this.#running.size > 0;
  }

  /** Runs the work as one of the operations. `closed` makes the error for work that comes after `finish`. */
  async run<T>(work: () => Promise<T>, closed: () => Error): Promise<T> {
    if (this.signal.aborted) throw closed();
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
    this.#closing.abort();
    await Promise.allSettled(this.#running);
  }
}
