import type { Backend } from "../backend/backend.ts";
import type { SettledRelease } from "../backend/releaseWatch.ts";
import { DisposableOwner, type Disposable } from "../base/disposable.ts";
import { Emitter } from "../base/event.ts";
import type { PackRelease } from "../model/release/release.ts";

/** A backend that is open or being opened, with what is to be let go of with it. */
interface Opening {
  readonly backend: Promise<Backend>;
  readonly subscriptions: Disposable[];
}

/** The backend that the settings choose: opened when it is first asked for, replaced when the settings change. */
export class ActiveBackend extends DisposableOwner {
  readonly #open: () => Promise<Backend>;
  readonly #changed = this.register(new Emitter<void>());
  readonly #released = this.register(new Emitter<PackRelease>());
  readonly #settled = this.register(new Emitter<SettledRelease>());
  #current: Opening | undefined;

  /** The data changed, or another backend took its place. */
  readonly onDidChange = this.#changed.event;
  readonly onDidRelease = this.#released.event;
  /** Somebody else made a scheduled release, or failed to. */
  readonly onDidSettle = this.#settled.event;

  constructor(open: () => Promise<Backend>) {
    super();
    this.#open = open;
  }

  /** The open backend. A failed attempt is not kept, so that asking again tries again. */
  get(): Promise<Backend> {
    this.#current ??= this.#begin();
    return this.#current.backend;
  }

  /** Lets go of the backend; the next question opens the one that the settings name by then. */
  async reopen(): Promise<void> {
    await this.#close();
    this.#changed.fire();
  }

  /** Does something to what the backend keeps while nobody has it open: who asks for it meanwhile waits. */
  async whileClosed<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#close().then(work);
    this.#current = this.#begin(done.catch(() => undefined));
    try {
      return await done;
    } finally {
      this.#changed.fire();
    }
  }

  /** Tells everyone to read again, past what the backend may have kept; opens what has taken the place of its store. */
  async refresh(): Promise<void> {
    const backend = await this.#current?.backend.catch(() => undefined);
    if (backend?.isReplaced?.()) return this.reopen();
    backend?.refresh?.();
    this.#changed.fire();
  }

  override dispose(): void {
    void this.#close();
    super.dispose();
  }

  /** Opens it, after something else if need be. */
  #begin(after?: Promise<unknown>): Opening {
    const subscriptions: Disposable[] = [];
    const opening = { backend: this.#openOnce(subscriptions, after), subscriptions };
    opening.backend.catch(() => {
      // By then another one may have taken its place.
      if (this.#current === opening) this.#current = undefined;
    });
    return opening;
  }

  async #openOnce(subscriptions: Disposable[], after?: Promise<unknown>): Promise<Backend> {
    if (after) await after;
    const backend = await this.#open();
    if (this.isDisposed) {
      backend.dispose();
    } else {
      subscriptions.push(
        backend.onDidChange(() => this.#changed.fire()),
        backend.onDidRelease((release) => this.#released.fire(release)),
        backend,
      );
      const watch = backend.schedules?.watch;
      if (watch) subscriptions.push(watch.onDidSettle((settled) => this.#settled.fire(settled)));
    }
    return backend;
  }

  async #close(): Promise<void> {
    const closing = this.#current;
    this.#current = undefined;
    if (!closing) return;
    await closing.backend.catch(() => undefined);
    for (const subscription of closing.subscriptions.splice(0)) {
      subscription.dispose();
    }
  }
}
