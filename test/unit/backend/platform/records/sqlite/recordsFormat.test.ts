import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { recordsFormat } from "../../../../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { SqliteReleaseRecords } from "../../../../../../src/backend/platform/records/sqlite/sqliteReleaseRecords.ts";
import { Database } from "../../../../../../src/backend/sqlite/database.ts";

/** Writes records as the third format had them: releases in every state, and schedules, one of them claimed for a retry. */
function writeThirdFormat(file: string): void {
  const database = new DatabaseSync(file);
  for (const step of recordsFormat.migrations.slice(0, 3)) database.exec(step);
  database.exec(`PRAGMA application_id = ${recordsFormat.applicationId}; PRAGMA user_version = 3`);
  const attempt = database.prepare(
    `INSERT INTO release_attempt (attempt_key, account, pack_id, pack_name, request_id, state, trigger, sent_at, sent_by,
      versions, removed, released_at, released_ms)
    VALUES (?, 'account', ?, 'Orders', ?, ?, 'scheduled', '2026-06-01T00:00:00.000Z', 'dev', '{"a":"1.1"}', '["old"]', ?, ?)`,
  );
  attempt.run(
    1,
    "p",
    "release-1",
    "released",
    "2026-06-01T00:01:00.000Z",
    Date.parse("2026-06-01T00:01:00.000Z"),
  );
  attempt.run(2, "p", "", "released", "2026-06-02T00:01:00.000Z", Date.parse("2026-06-02T00:01:00.000Z"));
  attempt.run(3, "p", "release-3", "following", null, null);
  attempt.run(4, "q", "", "unknown", null, null);
  attempt.run(5, "q", "", "notReleased", null, null);
  attempt.run(6, "r", "", "sending", null, null);
  const schedule = database.prepare(
    `INSERT INTO schedule (account, pack_id, pack_name, keeper, request_id, date, time_zone, window_start, window_start_ms,
      window_end, scheduled_by, scheduled_at, state, problem, versions, attempt_key, claimed_until_ms, schedule_id, claimed_from)
    VALUES ('account', ?, 'Orders', ?, ?, '2026-07-01', 'Europe/Berlin', '', 0, '', 'dev', '2026-06-01T00:00:00.000Z', ?, ?,
      '{"a":"1.1"}', ?, 0, ?, ?)`,
  );
  schedule.run("p", "platform", "release-9", "scheduled", null, 3, "s1", null);
  schedule.run("q", "workspace", "", "releasing", null, 4, "s2", "failed");
  schedule.run("r", "workspace", "", "failed", "No answer.", null, "s3", null);
  database.close();
}

describe("records of an earlier format", () => {
  let folder: string;
  let records: SqliteReleaseRecords;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-records-"));
    const file = join(folder, "records.db");
    writeThirdFormat(file);
    const database = await Database.open({ file }, recordsFormat);
    records = new SqliteReleaseRecords(database, "account", () => new Date("2026-06-10T12:00:00Z"));
  });
  afterEach(() => {
    records.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it("keep their history, with the same release ids", async () => {
    const history = await records.history("p");
    assert.deepEqual(
      history.map(({ releaseId, releasedAt, trigger, versions }) => [
        releaseId,
        releasedAt,
        trigger,
        versions,
      ]),
      [
        ["attempt-2", "2026-06-02T00:01:00.000Z", "scheduled", { a: "1.1" }],
        ["release-1", "2026-06-01T00:01:00.000Z", "scheduled", { a: "1.1" }],
      ],
    );
  });

  it("keep what is open, with the scheduled release that it ran", async () => {
    const open = await records.listOpenAttempts();
    assert.deepEqual(
      open.map(({ packId, state, requestId, scheduleId, removed }) => [
        packId,
        state,
        requestId,
        scheduleId,
        removed,
      ]),
      [
        ["p", "accepted", "release-3", "s1", ["old"]],
        ["q", "unknown", "", "s2", ["old"]],
        ["r", "sending", "", "", ["old"]],
      ],
    );
  });

  it("keep what is scheduled; a claim that a killed program left is none", async () => {
    const schedules = await records.listSchedules();
    assert.deepEqual(
      schedules.map(({ packId, scheduleId, keeper, storedState, scheduled }) => [
        packId,
        scheduleId,
        keeper,
        storedState,
        scheduled.date,
        scheduled.problem,
        scheduled.confirmed,
      ]),
      [
        ["p", "s1", "platform", "scheduled", "2026-07-01", undefined, undefined],
        ["q", "s2", "workspace", "failed", "2026-07-01", undefined, undefined],
        ["r", "s3", "workspace", "failed", "2026-07-01", "No answer.", undefined],
      ],
    );
    assert.equal(schedules[1]?.scheduled.windowStart, "2026-06-30T22:00:00.000Z");
    assert.ok(schedules.every(({ missedReleases }) => missedReleases === undefined));
  });
});
