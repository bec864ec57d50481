import type { Disposable } from "./disposable.ts";

/** Subscribes a listener until the result is disposed. Has the shape of `vscode.Event`, for modules without VS Code. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** Calls the listeners of an event. A listener that throws stops `fire`; the listeners after it are not called. */
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
