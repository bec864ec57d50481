/** Something to be let go of. Every `vscode.Disposable` is one. */
export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener; the same shape as `vscode.Event`, for modules that must not know VS Code. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** Announces changes of state that lives in one place. */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<{ readonly notify: (value: T) => void }>();

  readonly event: Event<T> = (notify) => {
    const listener = { notify };
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  fire(value: T): void {
    for (const { notify } of [...this.#listeners]) {
      notify(value);
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
