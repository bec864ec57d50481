import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Disposable } from "../../../src/base/disposable.ts";
import { claimSpan } from "../../../src/backend/platform/records/claimSpans.ts";
import { moveRecords } from "../../../src/backend/platform/records/move/moveRecords.ts";
import { openRecords } from "../../../src/backend/platform/records/openRecords.ts";
import { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import {
  RecordsServer,
  type Query,
} from "../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import type { ReleaseRecords } from "../../../src/backend/platform/records/releaseRecords.ts";
import type { NewScheduleRecord } from "../../../src/backend/platform/records/scheduleRecord.ts";
import {
  asOwner,
  describeWithPostgres,
  ownerPassword,
  recordsServer,
} from "../../support/postgres/postgresForTests.ts";
import { unpackFixture } from "../../support/formats/formatFixtures.ts";
import { attempt, pack, schedule, sending } from "../../support/records/recordedRelease.ts";
import { executeElsewhere } from "../../support/store/executeElsewhere.ts";

const start = Date.parse("2026-06-10T12:00:00Z");
const clock = () => new Date(start);
const kept: NewScheduleRecord = { ...schedule, keeper: "platform", requestId: "request-1" };

/** A server during whose first run something happens to the file. */
class BusyServer extends RecordsServer {
  changeFile: (() => Promise<void>) | undefined;

  override async run<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const result = await super.run(work);
    const { changeFile } = this;
    this.changeFile = undefined;
    await changeFile?.();
    return result;
  }
}

async function put(records: ReleaseRecords, record: NewScheduleRecord): Promise<string> {
  await records.claim([pack], "h1");
  const { scheduleId } = await records.putSchedule(record, "", "h1");
  await records.endClaims("h1");
  return scheduleId;
}

async function release(records: ReleaseRecords): Promise<void> {
  await records.claim([pack], "h1");
  const { attemptId } = await records.recordSending(attempt, sending);
  await records.recordReleased(attemptId, clock(), false);
}

describeWithPostgres("what is moved to a team", (get) => {
  let folder: string;
  let address: RecordsAddress;
  const disposables: Disposable[] = [];
  const track = <T extends Disposable>(opened: T): T => {
    disposables.push(opened);
    return opened;
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-move-"));
    address = await get().createDatabase();
  });
  afterEach(() => {
    for (const each of disposables.splice(0).reverse()) each.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const fileOf = (name: string) => join(folder, `${name}.db`);
  const openFile = async (name = "records", account = "account") =>
    track(await openRecords({ file: fileOf(name) }, account, clock));
  const openTeam = (account = "account") =>
    track(new PostgresReleaseRecords(recordsServer(address), account));
  const move = (name = "records", server = track(recordsServer(address)), now = clock) =>
    moveRecords({ file: fileOf(name) }, server, now);

  it("are the releases of all accounts, and what was sent without being released", async () => {
    for (const account of ["account", "other account"]) await release(await openFile("records", account));
    const records = await openFile();
    await records.claim([pack], "h1");
    const { attemptId } = await records.recordSending(attempt, sending);
    await records.recordNotMade(attemptId);
    assert.deepEqual(await move(), { releaseCount: 2, scheduleCount: 0, conflicts: [] });
    for (const account of ["account", "other account"]) {
      assert.equal((await openTeam(account).history()).length, 1);
    }
  });

  it("are releases and outcomes with ids of their own, though files have the same ones from a migration", async () => {
    for (const name of ["one", "two"]) {
      const records = await openFile(name);
      await records.finishSchedule(await put(records, { ...kept, requestId: "" }), clock());
      executeElsewhere(
        fileOf(name),
        `UPDATE unreported_outcome SET outcome = replace(outcome, (SELECT attempt_id FROM attempt), 'attempt-1');
         UPDATE attempt SET attempt_id = 'attempt-1'`,
      );
      await move(name);
    }
    const team = openTeam();
    const released = (await team.history()).map(({ releaseId }) => releaseId).sort();
    assert.equal(new Set(released).size, 2);
    const outcomes = await team.takeOutcomes();
    assert.deepEqual(
      outcomes.map((outcome) => outcome.kind === "released" && outcome.release.releaseId).sort(),
      released,
    );
  });

  it("contains what other programs recorded in the file while it was being moved", async () => {
    const records = await openFile();
    await release(records);
    const server = track(new BusyServer({ address, password: () => Promise.resolve(ownerPassword) }));
    server.changeFile = async () => {
      await release(records);
      await put(records, schedule);
    };
    assert.deepEqual(await move("records", server), { releaseCount: 2, scheduleCount: 1, conflicts: [] });
    assert.equal((await openTeam().history()).length, 2);
  });

  it("comes from a file of an earlier format, too", async () => {
    unpackFixture("records", 1, fileOf("records"));
    const { releaseCount, scheduleCount } = await move();
    assert.ok(releaseCount > 0 && scheduleCount > 0, `${releaseCount} releases, ${scheduleCount} schedules`);
  });

  it("stays in the file, which programs go on to use, where the team cannot store it", async () => {
    const records = await openFile();
    await release(records);
    await openTeam().history();
    await asOwner(address, (query) => query("DROP TABLE integration_packs.moved_records"));
    await assert.rejects(move(), /incomplete/);
    await release(records);
    assert.equal((await records.history()).length, 2);
  });

  it("waits for claims until they expire", async () => {
    const records = await openFile();
    await records.claim([pack], "h1");
    const at = (ms: number) => move("records", undefined, () => new Date(start + ms));
    await assert.rejects(at(claimSpan - 1), /under way/);
    assert.equal((await at(claimSpan)).releaseCount, 0);
  });

  it("is no second schedule where the team has the same one of the platform, or one in another account", async () => {
    await put(openTeam(), kept);
    await put(openTeam("other account"), { ...schedule, packName: "Other" });
    await put(await openFile(), kept);
    assert.deepEqual((await move()).conflicts, []);
    for (const account of ["account", "other account"]) {
      const stored = await openTeam(account).findSchedule("p");
      assert.deepEqual([stored?.storedState, stored?.scheduled.problemCode], ["scheduled", undefined]);
    }
  });

  for (const [what, team, file, state] of [
    ["the platform keeps both, by other requests", kept, { ...kept, requestId: "request-2" }, "scheduled"],
    ["the platform keeps the team's", kept, schedule, "scheduled"],
    ["the workspace kept both", schedule, schedule, "failed"],
    ["the workspace kept the team's", schedule, kept, "failed"],
  ] as const) {
    it(`is a conflict for a person where ${what}: the team's one is ${state}`, async () => {
      const scheduleId = await put(openTeam(), team);
      await put(await openFile(), file);
      assert.deepEqual((await move()).conflicts, ["Orders"]);
      const stored = await openTeam().findSchedule("p");
      assert.deepEqual(
        [stored?.scheduleId, stored?.storedState, stored?.scheduled.problemCode],
        [scheduleId, state, "Conflict"],
      );
    });
  }

  it("is moved once, and stays as the team changes it when it is moved again", async () => {
    await put(await openFile(), schedule);
    await move();
    const team = openTeam();
    const scheduleId = (await team.findSchedule("p"))?.scheduleId ?? "";
    await team.changeSchedule(scheduleId, { date: "2026-06-20" });
    assert.deepEqual((await move()).conflicts, []);
    assert.equal((await team.findSchedule("p"))?.scheduled.date, "2026-06-20");
    await team.removeSchedule(scheduleId);
    await move();
    assert.equal(await team.findSchedule("p"), undefined);
  });

  it("makes programs of the team that have read a pack read it again", async () => {
    const team = openTeam();
    await team.claim([pack], "h2");
    await put(await openFile(), schedule);
    await move();
    await assert.rejects(team.putSchedule(schedule, "", "h2"), /scheduled release was changed/);
  });
});
