import type { ActiveBackend } from "./activeBackend.ts";
import { DisposableOwner } from "./dispose.ts";
import { messageForUsers } from "./errors.ts";
import type { Log } from "./log.ts";

/** When the first look is taken, in ms after activation: nothing that a user waits for is under way by then. */
const firstLook = 15_000;
/** How often it is looked whether the day's backup is there, in ms: windows stay open for days. */
const interval = 3_600_000;

/** Has the active backend make its backup of the day while the window is open. That it fails disturbs nobody. */
export class DailyBackups extends DisposableOwner {
  readonly #backend: ActiveBackend;
  readonly #log: Log;
  /** The problem told last: the same one is told once. */
  #told: string | undefined;

  constructor(backend: ActiveBackend, log: Log) {
    super();
    this.#backend = backend;
    this.#log = log;
    const first = setTimeout(() => void this.look(), firstLook);
    const later = setInterval(() => void this.look(), interval);
    this.register({ dispose: () => clearTimeout(first) });
    this.register({ dispose: () => clearInterval(later) });
  }

  /** Makes the backup if one is needed. */
  async look(): Promise<void> {
    try {
      const { backups } = await this.#backend.get();
      const file = await backups?.makeDaily();
      if (file !== undefined) this.#log.info(`The backup of the day is ${file}`);
      this.#told = undefined;
    } catch (error) {
      const problem = messageForUsers(error);
      if (problem !== this.#told) this.#log.warn(`No backup of the day was made: ${problem}`);
      this.#told = problem;
    }
  }
}
