// Runs in a thread of its own, as copying a large store takes seconds. Gets the path of the store and the present instant.
import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "../../../base/messageOf.ts";
import { makeDailyBackup } from "./dailyBackup.ts";
import type { DailyBackupOutcome, DailyBackupTask } from "./dailyBackupThread.ts";

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
