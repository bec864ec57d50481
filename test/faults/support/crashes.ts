/** Collects unhandled rejections until it is stopped. Mocha would stop at the first one. */
export class Crashes {
  readonly seen: unknown[] = [];
  readonly #listener = (reason: unknown) => void this.seen.push(reason);
  readonly #others = process.listeners("unhandledRejection");

  constructor() {
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", this.#listener);
  }

  /** Stops collecting, after the last rejection has been reported. */
  async stop(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", this.#listener);
    for (const listener of this.#others) process.on("unhandledRejection", listener);
  }
}
