/** Where something waits until a test lets it go on, so that the test can act in its midst. */
export class Gate {
  /** Resolves once somebody waits here. */
  readonly reached: Promise<void>;
  readonly #opened: Promise<void>;
  #tellReached: () => void = () => undefined;
  #open: () => void = () => undefined;

  constructor() {
    this.reached = new Promise((resolve) => (this.#tellReached = resolve));
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  /** Waits here until the gate is open; not at all from then on. */
  pass(): Promise<void> {
    this.#tellReached();
    return this.#opened;
  }

  open(): void {
    this.#open();
  }
}
