import type { Backend } from "../backend/backend.ts";
import type { SettledRelease } from "../backend/releaseWatch.ts";
import { DisposableOwner, type Disposable } from "../base/disposable.ts";
import { Emitter } from "../base/event.ts";
import type { PackRelease } from "../model/release/release.ts";

/** A backend that is open or being opened, with what is disposed when it closes. */
interface Opening {
  readonly backend: Promise<Backend>;
  readonly subscriptions: Disposable[];
}

/** The backend that the settings choose. It opens at the first `get()` and is replaced when the settings change. */
export class ActiveBackend extends DisposableOwner {
  readonly #open: () => Promise<Backend>;
  readonly #changed = this.register(new Emitter<void>());
  readonly #released = this.register(new Emitter<PackRelease>());
  readonly #settled = this.register(new Emitter<SettledRelease>());
  #current: Opening | undefined;

  /** Fires when the data changes or another backend replaces this one. */
  readonly onDidChange = this.#changed.event;
  readonly onDidRelease = this.#released.event;
  /** Fires when a scheduled release that the platform runs succeeds or fails. */
  readonly onDidSettle = this.#settled.event;

  constructor(open: () => Promise<Backend>) {
    super();
    this.#open = open;
  }

  /** The open backend. A failed attempt is not stored, so that the next call tries again. */
  get(): Promise<Backend> {
    this.#current ??= this.#begin();
    return this.#current.backend;
  }

  /** Closes the backend. The next `get()` opens the one that the settings then name. */
  async reopen(): Promise<void> {
    await this.#close();
    this.#changed.fire();
  }

  /** Runs `work` while the backend is closed; callers of `get()` wait until it is done. */
  async whileClosed<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#close().then(work);
    this.#current = this.#begin(done.catch(() => undefined));
    try {
      return await done;
    } finally {
      this.#changed.fire();
    }
  }

  /** Makes everyone read again, without the backend's caches. Reopens a backend whose store file was replaced. */
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

  /** Starts to open the backend, after `after` if given. */
  #begin(after?: Promise<unknown>): Opening {
    const subscriptions: Disposable[] = [];
    const opening = { backend: this.#openOnce(subscriptions, after), subscriptions };
    opening.backend.catch(() => {
      // Another opening may have replaced this one.
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
