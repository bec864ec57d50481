import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { IntegrationPacksError } from "../../../errors/errors.ts";

/** What the thread is given. */
export interface DailyBackupTask {
  readonly store: string;
  readonly now: Date;
}

/** What comes of it: the path of the backup, why there is none, or nothing when none was needed. */
export interface DailyBackupOutcome {
  readonly file?: string;
  readonly problem?: string;
}

/** `makeDailyBackup` in a thread of its own, so that the editor goes on. */
export async function makeDailyBackupInThread(task: DailyBackupTask): Promise<string | undefined> {
  const { file, problem } = await run(task);
  if (problem !== undefined) throw new IntegrationPacksError("StoreUnavailable", problem);
  return file;
}

function run(task: DailyBackupTask): Promise<DailyBackupOutcome> {
  // As source when tests run it, and bundled beside the file that this one became a part of.
  const code = new URL(`./dailyBackupWorker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(code, { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The thread of the daily backup ended with ${code}.`)));
  });
}
