/** Counts what nobody caught while it listens; mocha would stop at the first one. */
export class Crashes {
  readonly seen: unknown[] = [];
  readonly #listener = (reason: unknown) => void this.seen.push(reason);
  readonly #others = process.listeners("unhandledRejection");

  constructor() {
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", this.#listener);
  }

  /** Stops listening, once what was thrown last has come up. */
  async stop(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", this.#listener);
    for (const listener of this.#others) process.on("unhandledRejection", listener);
  }
}
