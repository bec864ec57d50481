import type { Backend } from "./backend/backend.ts";
import { DisposableOwner } from "./dispose.ts";
import { Emitter, type Disposable } from "./event.ts";
import type { PackRelease } from "./model/release.ts";

/** The backend that the settings choose: opened when it is first asked for, replaced when the settings change. */
export class ActiveBackend extends DisposableOwner {
  readonly #open: () => Promise<Backend>;
  readonly #changed = this.register(new Emitter<void>());
  readonly #released = this.register(new Emitter<PackRelease>());
  #current: Promise<Backend> | undefined;
  #subscriptions: Disposable[] = [];

  /** The data changed, or another backend took its place. */
  readonly onDidChange = this.#changed.event;
  readonly onDidRelease = this.#released.event;

  constructor(open: () => Promise<Backend>) {
    super();
    this.#open = open;
  }

  /** The open backend. A failed attempt is not kept, so that asking again tries again. */
  get(): Promise<Backend> {
    this.#current ??= this.#openOnce();
    return this.#current;
  }

  /** Lets go of the backend; the next question opens the one that the settings name by then. */
  async reopen(): Promise<void> {
    await this.#close();
    this.#changed.fire();
  }

  /** Tells everyone to read again, past what the backend may have kept. */
  async refresh(): Promise<void> {
    const backend = await this.#current?.catch(() => undefined);
    backend?.refresh?.();
    this.#changed.fire();
  }

  override dispose(): void {
    void this.#close();
    super.dispose();
  }

  async #openOnce(): Promise<Backend> {
    const opening = this.#open();
    try {
      const backend = await opening;
      if (this.isDisposed) {
        backend.dispose();
      } else {
        this.#subscriptions = [
          backend.onDidChange(() => this.#changed.fire()),
          backend.onDidRelease((release) => this.#released.fire(release)),
          backend,
        ];
      }
      return backend;
    } catch (error) {
      this.#current = undefined;
      throw error;
    }
  }

  async #close(): Promise<void> {
    const closing = this.#current;
    this.#current = undefined;
    await closing?.catch(() => undefined);
    for (const subscription of this.#subscriptions.splice(0)) {
      subscription.dispose();
    }
  }
}
