import type { Backend } from "../../backend/backend.ts";
import { DisposableOwner, type Disposable } from "../../base/disposable.ts";
import type { Log } from "../../base/log.ts";
import { messageForUsers } from "../../errors/errors.ts";
import type { Timer } from "../../scheduler/clock.ts";

/** Dependencies of `DailyBackups`. */
export interface DailyBackupsDependencies {
  /** Provides the active backend. */
  readonly backend: { get(): Promise<Pick<Backend, "backups">> };
  readonly timer: Timer;
  readonly log: Log;
}

/** How long after activation the first check comes, in ms, so that it does not slow down the start. */
const firstCheckDelay = 15_000;
/** How long after a check the next one comes, in ms, because windows stay open for days. */
const checkInterval = 3_600_000;

/** Makes the active backend's backup of the day while the window is open. Failures go to the log only. */
export class DailyBackups extends DisposableOwner {
  readonly #dependencies: DailyBackupsDependencies;
  #alarm: Disposable | undefined;
  /** The check that is running. */
  #check: Promise<void> | undefined;
  /** The problem that was logged last, so that it is logged only once. */
  #loggedProblem: string | undefined;

  constructor(dependencies: DailyBackupsDependencies) {
    super();
    this.#dependencies = dependencies;
    this.#setAlarm(firstCheckDelay);
  }

  /** Resolves when no check is running. */
  async whenIdle(): Promise<void> {
    while (this.#check) await this.#check;
  }

  /** Stops the checks. A backup that is being made is still completed, but not logged. */
  override dispose(): void {
    super.dispose();
    this.#alarm?.dispose();
  }

  #setAlarm(delay: number): void {
    if (this.isDisposed) return;
    this.#alarm = this.#dependencies.timer.set(delay, () => void (this.#check = this.#checkNow()));
  }

  async #checkNow(): Promise<void> {
    try {
      this.#logBackup(await this.#makeBackup());
    } catch (error) {
      this.#logProblem(messageForUsers(error));
    }
    this.#check = undefined;
    this.#setAlarm(checkInterval);
  }

  /** Makes the backup of the day if there is none yet. Resolves to its path. */
  async #makeBackup(): Promise<string | undefined> {
    const { backups } = await this.#dependencies.backend.get();
    return this.isDisposed ? undefined : backups?.makeDaily();
  }

  #logBackup(file: string | undefined): void {
    this.#loggedProblem = undefined;
    if (file !== undefined && !this.isDisposed)
      this.#dependencies.log.info(`The backup of the day is ${file}`);
  }

  #logProblem(problem: string): void {
    if (problem === this.#loggedProblem || this.isDisposed) return;
    this.#loggedProblem = problem;
    this.#dependencies.log.warn(`No backup of the day was made: ${problem}`);
  }
}
