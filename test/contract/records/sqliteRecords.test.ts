import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordsFormat } from "../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { SqliteReleaseRecords } from "../../../src/backend/platform/records/sqlite/sqliteReleaseRecords.ts";
import { Database } from "../../../src/backend/sqlite/database.ts";
import { attempt, pack } from "../../support/records/recordedRelease.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";
import { accountRecordsContract } from "./accountRecordsContract.ts";
import { planRecordsContract } from "./planRecordsContract.ts";
import { recordedOutcomesContract } from "./recordedOutcomesContract.ts";
import { recordsContract, type OpenRecords, type WithRecords } from "./recordsContract.ts";

const withRecords: WithRecords = async (test) => {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-records-"));
  const opened: SqliteReleaseRecords[] = [];
  try {
    const open: OpenRecords = async (clock, account = "account") => {
      const database = await Database.open({ file: join(folder, "records.db") }, recordsFormat);
      const records = new SqliteReleaseRecords(database, account, clock);
      opened.push(records);
      return records;
    };
    // A file has no clock: each program goes by its own.
    await test({ open, setClock: () => Promise.resolve() });
  } finally {
    for (const records of opened) records.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
};

recordsContract("SQLite", withRecords);
planRecordsContract("SQLite", withRecords);
accountRecordsContract("SQLite", withRecords);
recordedOutcomesContract("SQLite", withRecords);

describe("SQLite: claims", () => {
  const start = Date.parse("2026-06-10T12:00:00Z");
  const day = 86_400_000;
  for (const [what, ahead] of [
    ["a year ahead", 365 * day],
    ["a day behind", -day],
  ] as const) {
    it(`of a program whose clock is ${what} do not count for others`, () =>
      withRecords(async ({ open }) => {
        const wrong = await open(() => new Date(start + ahead));
        const right = await open(() => new Date(start));
        await wrong.claim([pack], "h1");
        await right.claim([pack], "h2");
        const sending = wrong.recordSending(attempt, { holder: "h1", acknowledged: [] });
        await rejectsWith(sending, "Conflict", /took too long/);
        await right.recordSending(attempt, { holder: "h2", acknowledged: [] });
      }));
  }
});
