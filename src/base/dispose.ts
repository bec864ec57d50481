import type { Disposable } from "./event.ts";

/** Owns what it registers and lets go of it once; what is registered after that is let go of at once. */
export abstract class DisposableOwner implements Disposable {
  #disposed = false;
  readonly #owned: Disposable[] = [];

  protected get isDisposed(): boolean {
    return this.#disposed;
  }

  protected register<T extends Disposable>(owned: T): T {
    if (this.#disposed) {
      owned.dispose();
    } else {
      this.#owned.push(owned);
    }
    return owned;
  }

  dispose(): void {
    this.#disposed = true;
    for (const owned of this.#owned.splice(0).reverse()) {
      owned.dispose();
    }
  }
}
