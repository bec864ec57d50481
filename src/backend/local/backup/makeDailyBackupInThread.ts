import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { IntegrationPacksError } from "../../../errors/errors.ts";

/** The input of the thread. */
export interface DailyBackupTask {
  readonly store: string;
  readonly now: Date;
}

/** The result of the thread: the path of the backup, or the message of an error; neither when no backup was needed. */
export interface DailyBackupOutcome {
  readonly file?: string;
  readonly problem?: string;
}

/** Runs `makeDailyBackup` in a thread, because it blocks. */
export async function makeDailyBackupInThread(task: DailyBackupTask): Promise<string | undefined> {
  const { file, problem } = await run(task);
  if (problem !== undefined) throw new IntegrationPacksError("StoreUnavailable", problem);
  return file;
}

function run(task: DailyBackupTask): Promise<DailyBackupOutcome> {
  // The source file beside this one in tests; the bundled file beside the bundle in the extension.
  const code = new URL(`./dailyBackupWorker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(code, { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The thread of the daily backup ended with ${code}.`)));
  });
}
