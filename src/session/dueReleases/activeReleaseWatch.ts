import type { ActiveBackend } from "../activeBackend.ts";
import type { ReleaseWatch, SettledRelease } from "../../backend/releaseWatch.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import { Emitter, type Event } from "../../base/event.ts";

/** The watch of whichever backend is active; nothing waits while that has none. What is told before anybody listens is kept. */
export class ActiveReleaseWatch extends DisposableOwner implements ReleaseWatch {
  readonly #backend: ActiveBackend;
  readonly #settled = this.register(new Emitter<SettledRelease>());
  readonly #unheard: SettledRelease[] = [];

  constructor(backend: ActiveBackend) {
    super();
    this.#backend = backend;
    this.register(backend.onDidSettle((settled) => this.#tell(settled)));
  }

  readonly onDidSettle: Event<SettledRelease> = (listener) => {
    const subscription = this.#settled.event(listener);
    for (const settled of this.#unheard.splice(0)) this.#settled.fire(settled);
    return subscription;
  };

  async look(): Promise<Date | undefined> {
    return (await this.#backend.get()).schedules?.watch?.look();
  }

  #tell(settled: SettledRelease): void {
    if (this.#settled.hasListeners) this.#settled.fire(settled);
    else this.#unheard.push(settled);
  }
}
