import type { Disposable } from "./disposable.ts";

/** Subscribes a listener until the result is disposed. Has the shape of `vscode.Event`, for modules without VS Code. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** Calls the listeners of an event. A listener that throws keeps none of the others from being called. */
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

  /** @throws the first error of a listener, once all of them were called */
  fire(value: T): void {
    const errors: unknown[] = [];
    for (const { notify } of [...this.#listeners]) {
      try {
        notify(value);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
