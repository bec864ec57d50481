import type { Backend } from "../backend/backend.ts";
import { DisposableOwner, type Disposable } from "../base/disposable.ts";
import { Emitter } from "../base/event.ts";
import type { PlanOutcome } from "../model/plan/application/planOutcome.ts";
import type { PackRelease } from "../model/release/release.ts";

/** A backend that is open or being opened, with the subscriptions to its events. */
interface Opening {
  readonly backend: Promise<Backend>;
  readonly subscriptions: Disposable[];
  isOpen: boolean;
}

/**
 * The backend that the settings choose. It is opened when it is first asked for, and replaced when the settings change. A
 * release that is running keeps the backend that it began on until it ends; the next one is opened after that.
 */
export class ActiveBackend extends DisposableOwner {
  readonly #open: () => Promise<Backend>;
  readonly #changed = this.register(new Emitter<void>());
  readonly #closed = this.register(new Emitter<void>());
  readonly #released = this.register(new Emitter<PackRelease>());
  readonly #applied = this.register(new Emitter<PlanOutcome>());
  #current: Opening | undefined;
  /** Resolves once no earlier backend is open; nothing while none is being closed. */
  #closing: Promise<void> | undefined;

  /** The data changed, or another backend took the place of the one that was open. */
  readonly onDidChange = this.#changed.event;
  /** The backend was closed: what it provided may not be true of the next one. `onDidChange` follows. */
  readonly onDidClose = this.#closed.event;
  readonly onDidRelease = this.#released.event;
  readonly onDidApplyPlan = this.#applied.event;

  constructor(open: () => Promise<Backend>) {
    super();
    this.#open = open;
  }

  /** The open backend. After a failure, the next call opens it anew. */
  get(): Promise<Backend> {
    this.#current ??= this.#begin();
    return this.#current.backend;
  }

  /**
   * Has the next call of `get` open the backend that the settings name then. Resolves once the present one is closed, which its
   * running operations delay.
   */
  reopen(): Promise<void> {
    const closed = this.#close();
    this.#closed.fire();
    this.#changed.fire();
    return closed;
  }

  /** Runs `work` while the backend is closed; callers of `get` wait. */
  async whileClosed<T>(work: () => Promise<T>): Promise<T> {
    const closing = this.#current;
    void this.#close();
    this.#closed.fire();
    const done = Promise.all([this.#closing, closing?.backend.catch(() => undefined)]).then(work);
    this.#waitFor(
      done.then(
        () => undefined,
        () => undefined,
      ),
    );
    try {
      return await done;
    } finally {
      this.#changed.fire();
    }
  }

  /** Has everyone read again, past what the backend has cached. Opens what took the place of its store. */
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

  #begin(): Opening {
    const subscriptions: Disposable[] = [];
    const opening: Opening = { backend: this.#openOnce(subscriptions), subscriptions, isOpen: false };
    opening.backend.then(
      () => (opening.isOpen = true),
      () => {
        // Another one may have taken its place.
        if (this.#current === opening) this.#current = undefined;
      },
    );
    return opening;
  }

  async #openOnce(subscriptions: Disposable[]): Promise<Backend> {
    if (this.#closing) await this.#closing;
    const backend = await this.#open();
    if (this.isDisposed) {
      backend.dispose();
    } else {
      subscriptions.push(
        backend.onDidChange(() => this.#changed.fire()),
        backend.onDidRelease((release) => this.#released.fire(release)),
        backend.plans.onDidApply((outcome) => this.#applied.fire(outcome)),
        backend,
      );
    }
    return backend;
  }

  /** Closes the backend once its running operations have ended. One that is still being opened is closed when it is open. */
  #close(): Promise<void> {
    const closing = this.#current;
    this.#current = undefined;
    if (!closing) return Promise.resolve();
    const closed = this.#end(closing);
    if (closing.isOpen) this.#waitFor(closed);
    return closed;
  }

  /** The next backend is not opened before the promise resolves. */
  #waitFor(closed: Promise<void>): void {
    const closing = Promise.all([this.#closing, closed]).then(() => {
      if (this.#closing === closing) this.#closing = undefined;
    });
    this.#closing = closing;
  }

  async #end({ backend, subscriptions }: Opening): Promise<void> {
    const open = await backend.catch(() => undefined);
    await open?.finish?.();
    for (const subscription of subscriptions.splice(0)) {
      subscription.dispose();
    }
  }
}
