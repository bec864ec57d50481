import type { Backend } from "../backend/backend.ts";
import { DisposableOwner, type Disposable } from "../base/disposable.ts";
import { messageForUsers } from "../errors/errors.ts";
import type { Log } from "../base/log.ts";
import type { Timer } from "../scheduler/clock.ts";

/** What daily backups take. */
export interface DailyBackupsOptions {
  /** Gives the active backend. */
  readonly backend: { get(): Promise<Pick<Backend, "backups">> };
  readonly timer: Timer;
  readonly log: Log;
}

/** When the first look is taken, in ms after activation: nothing that a user waits for is under way by then. */
const firstLook = 15_000;
/** How long after a look it is looked again whether the day's backup is there, in ms: windows stay open for days. */
const interval = 3_600_000;

/** Has the active backend make its backup of the day while the window is open. That it fails disturbs nobody. */
export class DailyBackups extends DisposableOwner {
  readonly #options: DailyBackupsOptions;
  #alarm: Disposable | undefined;
  /** The look that is under way. */
  #look: Promise<void> | undefined;
  /** The problem told last: the same one is told once. */
  #told: string | undefined;

  constructor(options: DailyBackupsOptions) {
    super();
    this.#options = options;
    this.#setAlarm(firstLook);
  }

  /** Resolves once no look is under way. */
  async whenIdle(): Promise<void> {
    while (this.#look) await this.#look;
  }

  /** Asks for no backup any more. One that is being made is finished, and nothing is told of it. */
  override dispose(): void {
    super.dispose();
    this.#alarm?.dispose();
  }

  #setAlarm(delay: number): void {
    if (this.isDisposed) return;
    this.#alarm = this.#options.timer.set(delay, () => void (this.#look = this.#lookNow()));
  }

  async #lookNow(): Promise<void> {
    try {
      this.#tell(await this.#makeBackup());
    } catch (error) {
      this.#tellProblem(messageForUsers(error));
    }
    this.#look = undefined;
    this.#setAlarm(interval);
  }

  /** The path of the backup; nothing when none was needed. */
  async #makeBackup(): Promise<string | undefined> {
    const { backups } = await this.#options.backend.get();
    return this.isDisposed ? undefined : backups?.makeDaily();
  }

  #tell(file: string | undefined): void {
    this.#told = undefined;
    if (file !== undefined && !this.isDisposed) this.#options.log.info(`The backup of the day is ${file}`);
  }

  #tellProblem(problem: string): void {
    if (problem === this.#told || this.isDisposed) return;
    this.#told = problem;
    this.#options.log.warn(`No backup of the day was made: ${problem}`);
  }
}
