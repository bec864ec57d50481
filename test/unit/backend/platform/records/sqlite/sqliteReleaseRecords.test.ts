import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimSpan } from "../../../../../../src/backend/platform/records/claimSpans.ts";
import { recordsFormat } from "../../../../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { SqliteReleaseRecords } from "../../../../../../src/backend/platform/records/sqlite/sqliteReleaseRecords.ts";
import { Database } from "../../../../../../src/backend/sqlite/database.ts";
import { attempt, pack, schedule, sending } from "../../../../../support/records/recordedRelease.ts";
import { executeElsewhere } from "../../../../../support/store/executeElsewhere.ts";

const start = Date.parse("2026-06-10T12:00:00Z");

describe("records in a file", () => {
  let folder: string;
  let file: string;
  let database: Database;
  let records: SqliteReleaseRecords;
  let now: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-records-"));
    file = join(folder, "records.db");
    now = start;
    database = await Database.open({ file }, recordsFormat);
    records = new SqliteReleaseRecords(database, "account", () => new Date(now));
  });
  afterEach(() => {
    records.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const putAndFinish = async () => {
    await records.claim([pack], "h1");
    const { scheduleId } = await records.putSchedule({ ...schedule, keeper: "platform" }, "", "h1");
    await records.endClaims("h1");
    return records.finishSchedule(scheduleId, new Date(now));
  };
  const summary = () => database.read((connection) => recordsFormat.summarize(connection));

  it("let others take a claim over once its span is over, and not a millisecond before", async () => {
    await records.claim([pack], "h1");
    now = start + claimSpan - 1;
    assert.equal(await records.isUnderWay("p"), true);
    now = start + claimSpan;
    assert.equal(await records.isUnderWay("p"), false);
  });

  it("renew a claim for a span from the sending on", async () => {
    await records.claim([pack], "h1");
    now = start + claimSpan - 1;
    await records.recordSending(attempt, sending);
    now += claimSpan - 1;
    assert.equal(await records.isUnderWay("p"), true);
    now += 1;
    assert.equal(await records.isUnderWay("p"), false);
  });

  it("report the other outcomes when the release of one is gone", async () => {
    const gone = await putAndFinish();
    assert.ok(gone);
    executeElsewhere(file, "DELETE FROM attempt");
    const release = await putAndFinish();
    assert.ok(release);
    assert.deepEqual(
      (await records.takeOutcomes()).map((outcome) => outcome.kind === "released" && outcome.release),
      [release],
    );
    assert.deepEqual(await records.takeOutcomes(), []);
  });

  it("have nothing of a schedule that was cancelled", async () => {
    assert.equal(await summary(), undefined);
    await records.claim([pack], "h1");
    const { scheduleId } = await records.putSchedule(schedule, "", "h1");
    await records.endClaims("h1");
    assert.deepEqual(await summary(), { packCount: 1, scheduled: ["Orders"] });
    await records.removeSchedule(scheduleId);
    assert.equal(await summary(), undefined);
  });
});
