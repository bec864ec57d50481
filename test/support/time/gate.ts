/** A point at which code under test waits until the test opens it. */
export class Gate {
  /** Resolves once code waits at the gate. */
  readonly reached: Promise<void>;
  readonly #opened: Promise<void>;
  #reportReached: () => void = () => undefined;
  #open: () => void = () => undefined;

  constructor() {
    this.reached = new Promise((resolve) => (this.#reportReached = resolve));
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  /** Resolves once the gate is open. */
  pass(): Promise<void> {
    this.#reportReached();
    return this.#opened;
  }

  open(): void {
    this.#open();
  }
}
