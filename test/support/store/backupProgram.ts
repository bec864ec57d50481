// A program that makes the daily backup, or restores a backup, and prints the outcome. It can kill itself on the way.
// Arguments: the store file, the time as an ISO instant, the number of the SQLite or file system call before which it
// kills itself (empty: never), and the backup to restore, if any.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync, StatementSync } from "node:sqlite";
import { beforeEachCall } from "../beforeEachCall.ts";

let calls = 0;
const [file = "", now = "", killBefore = "", backup] = process.argv.slice(2);

if (killBefore !== "") {
  beforeEachCall(DatabaseSync.prototype, "exec", killAtCall);
  for (const method of ["run", "get", "all"]) beforeEachCall(StatementSync.prototype, method, killAtCall);
  for (const call of ["renameSync", "linkSync", "rmSync", "fsyncSync", "writeFileSync", "utimesSync"]) {
    beforeEachCall(fs, call, killAtCall);
  }
  syncBuiltinESMExports();
}

if (backup === undefined) {
  const { makeDailyBackup } = await import("../../../src/backend/local/backup/makeDailyBackup.ts");
  process.stdout.write(makeDailyBackup(file, new Date(now)) === undefined ? "not needed" : "made");
} else {
  const { restoreBackup } = await import("../../../src/backend/local/backup/restoreBackup.ts");
  await restoreBackup({ file, user: "other@example.com", clock: () => new Date(now) }, backup);
  process.stdout.write("restored");
}

/** Kills this program before call number `killBefore`. */
function killAtCall(): void {
  if (calls++ === Number(killBefore)) process.kill(process.pid, "SIGKILL");
}
