import type { ActiveBackend } from "./activeBackend.ts";
import type { ReleaseWatch, SettledRelease } from "./backend/releaseWatch.ts";
import type { Event } from "./event.ts";

/** The watch of whichever backend is active; nothing waits while that has none. */
export class ActiveReleaseWatch implements ReleaseWatch {
  readonly onDidSettle: Event<SettledRelease>;
  readonly #backend: ActiveBackend;

  constructor(backend: ActiveBackend) {
    this.#backend = backend;
    this.onDidSettle = backend.onDidSettle;
  }

  async look(): Promise<Date | undefined> {
    return (await this.#backend.get()).schedules?.watch?.look();
  }
}
