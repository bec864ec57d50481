/**
 * Something that ends when it is disposed: a subscription, a timer, an object with either. Every `vscode.Disposable` is
 * one.
 */
export interface Disposable {
  dispose(): void;
}

/** Disposes the objects that it registered, the last one first. After that, it disposes a newly registered one at once. */
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
