// The thread of the daily backup: copying a large store takes seconds.
import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "../../../base/messageOf.ts";
import { makeDailyBackup } from "./makeDailyBackup.ts";
import type { DailyBackupOutcome, DailyBackupTask } from "./makeDailyBackupInThread.ts";

const { store, now } = workerData as DailyBackupTask;
parentPort?.postMessage(outcome());

function outcome(): DailyBackupOutcome {
  try {
    const file = makeDailyBackup(store, now);
    return file === undefined ? {} : { file };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
