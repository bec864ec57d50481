import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moveRecords } from "../../../src/backend/platform/records/move/moveRecords.ts";
import { openRecords } from "../../../src/backend/platform/records/openRecords.ts";
import { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import type { ReleaseRecords } from "../../../src/backend/platform/records/releaseRecords.ts";
import type { NewScheduleRecord } from "../../../src/backend/platform/records/scheduleRecord.ts";
import { describeWithPostgres, recordsServer } from "../../support/postgres/postgresForTests.ts";
import { attempt, pack, schedule } from "../../support/records/recordedRelease.ts";
import { TcpProxy } from "../../support/postgres/tcpProxy.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";

const clock = () => new Date("2026-06-10T12:00:00Z");
const invoices: NewScheduleRecord = { ...schedule, packId: "q", packName: "Invoices" };
const packs = [pack, { packId: "q", name: "Invoices" }];

async function release(records: ReleaseRecords): Promise<void> {
  await records.claim(packs, "h");
  const { attemptId } = await records.recordSending(attempt, { holder: "h", acknowledged: [] });
  await records.recordReleased(attemptId, clock(), false);
  await records.endClaims("h");
}

async function scheduleIn(records: ReleaseRecords): Promise<void> {
  await records.claim(packs, "h");
  await records.putSchedule(invoices, "", "h");
  await records.endClaims("h");
}

describeWithPostgres("moving records to a team", (get) => {
  let folder: string;
  let file: string;
  let address: RecordsAddress;
  const disposables: { dispose(): void }[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-move-"));
    file = join(folder, "records.db");
    address = await get().createDatabase();
  });
  afterEach(() => {
    for (const each of disposables.splice(0).reverse()) each.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const openFile = async () => {
    const records = await openRecords({ file }, "account", clock);
    disposables.push(records);
    return records;
  };
  const openTeam = () => {
    const records = new PostgresReleaseRecords(recordsServer(address), "account");
    disposables.push(records);
    return records;
  };
  const move = async (to = address) => {
    const server = recordsServer(to, 0);
    disposables.push(server);
    return moveRecords({ file }, server, clock);
  };

  it("brings history and schedules, and leaves a file that no program uses", async () => {
    const open = await openFile();
    await release(open);
    await scheduleIn(open);
    assert.deepEqual(await move(), { releaseCount: 1, scheduleCount: 1, conflicts: [] });
    const team = openTeam();
    assert.deepEqual(await team.history(), await open.history());
    assert.deepEqual(await team.listSchedules(), await open.listSchedules());
    assert.equal((await team.listSchedules())[0]?.missedReleases, "skip");
    await rejectsWith(open.claim(packs, "h2"), "StoreUnavailable", /moved to the shared records at owner@/);
    await rejectsWith(openFile(), "StoreUnavailable", /moved to the shared records at owner@/);
  });

  it("does nothing a second time", async () => {
    await release(await openFile());
    await move();
    await move();
    assert.equal((await openTeam().history()).length, 1);
    const elsewhere = await get().createDatabase();
    await rejectsWith(move(elsewhere), "Conflict", /moved before/);
  });

  it("makes a second schedule of a pack a conflict that runs for nobody", async () => {
    await scheduleIn(openTeam());
    await scheduleIn(await openFile());
    assert.deepEqual((await move()).conflicts, ["Invoices"]);
    const kept = await openTeam().findSchedule("q");
    assert.deepEqual([kept?.scheduled.state, kept?.scheduled.problemCode], ["failed", "Conflict"]);
    assert.match(kept?.scheduled.problem ?? "", /second scheduled release .* 2026-06-12/);
  });

  it("waits while a release is under way", async () => {
    const open = await openFile();
    await open.claim(packs, "h");
    await rejectsWith(move(), "Conflict", /under way/);
    assert.deepEqual(await openTeam().history(), []);
    await release(open).catch(() => undefined);
  });

  it("is completed by another one, whichever of its statements the connection is cut at", async () => {
    await openTeam().history();
    await release(await openFile());
    const proxy = await TcpProxy.start(address.port);
    try {
      for (let statements = 0; ; statements += 1) {
        const before = proxy.roundTrips;
        proxy.cutAfter = before + statements;
        const moved = await move({ ...address, port: proxy.port }).catch(() => undefined);
        const team = await openTeam().history();
        assert.ok(team.length === 0 || moved !== undefined || statements > 0);
        if (moved) break;
      }
      assert.equal((await openTeam().history()).length, 1);
    } finally {
      proxy.dispose();
    }
  });
});
