import assert from "node:assert/strict";
import { claimSpan } from "../../../src/backend/platform/records/claimSpans.ts";
import type { LoadedPack } from "../../../src/backend/platform/records/postgres/loadedPack.ts";
import { PackSteps, type StepScope } from "../../../src/backend/platform/records/postgres/packSteps.ts";
import { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import type { RecordsServer } from "../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import { asOwner, describeWithPostgres, recordsServer } from "../../support/postgres/postgresForTests.ts";
import { attempt, schedule, sending } from "../../support/records/recordedRelease.ts";

const packs = ["p", "q", "r"].map((packId) => ({ packId, name: `Pack ${packId}` }));
const at = new Date("2026-06-10T12:00:00Z");

/** What is in the records of both accounts: the ids of attempts and schedules of pack `p`. */
interface Stored {
  readonly byRequest: string;
  readonly open: string;
  readonly done: string;
  readonly scheduleId: string;
}

describeWithPostgres("steps on the packs of a PostgreSQL server", (get) => {
  let server: RecordsServer;
  let stored: Stored;
  let elsewhere: Stored;

  before(async () => {
    server = recordsServer(await get().createDatabase());
    stored = await store("account");
    elsewhere = await store("other account");
  });
  after(() => server.dispose());

  /** Pack `p` has releases, a schedule, and attempts that are done or open; `q` a release; `r` was claimed only. */
  async function store(account: string): Promise<Stored> {
    const records = new PostgresReleaseRecords(server, account);
    const send = (packId: string) =>
      records.recordSending({ ...attempt, packId, packName: `Pack ${packId}` }, sending);
    await records.claim(packs, "h1");
    const released = await send("p");
    await records.recordAccepted(released.attemptId, "request-0");
    await records.recordReleased(released.attemptId, at, false);
    await records.claim(packs, "h1");
    const byRequest = await send("p");
    await records.recordAccepted(byRequest.attemptId, "request-1");
    await records.recordNotMade(byRequest.attemptId);
    const ofQ = await send("q");
    await records.recordReleased(ofQ.attemptId, at, false);
    await records.claim(packs, "h1");
    const { scheduleId } = await records.putSchedule(
      { ...schedule, keeper: "platform", requestId: "request-1" },
      "",
      "h1",
    );
    await records.endClaims("h1");
    await records.claim(packs.slice(0, 1), "h1");
    const open = await records.recordSending({ ...attempt, scheduleId }, sending);
    return {
      byRequest: byRequest.attemptId,
      open: open.attemptId,
      done: released.attemptId,
      scheduleId,
    };
  }

  const load = (scope: StepScope): Promise<LoadedPack[]> =>
    new PackSteps(server, "account", () => undefined).read(scope, ({ packs: loaded }) => loaded);
  const idsOf = (loaded: readonly LoadedPack[]) => loaded.map(({ packId }) => packId).sort();
  const attemptsOf = ([pack]: readonly LoadedPack[]) => pack?.attempts.map((each) => each.attempt.attemptId);

  it("load the packs of their scope, of their account alone", async () => {
    assert.deepEqual(idsOf(await load({ packIds: ["q", "new"] })), ["new", "q"]);
    assert.deepEqual(idsOf(await load({ attemptId: stored.done })), ["p"]);
    assert.deepEqual(idsOf(await load({ scheduleId: stored.scheduleId })), ["p"]);
    assert.deepEqual(idsOf(await load({ isAllScheduled: true })), ["p"]);
    for (const scope of [
      {},
      { attemptId: elsewhere.done },
      { scheduleId: elsewhere.scheduleId },
      { attemptId: "none" },
      { scheduleId: "none" },
    ]) {
      assert.deepEqual(await load(scope), []);
    }
  });

  it("write nothing while they only read", async () => {
    await load({ packIds: ["p", "unheard of"] });
    const known = await asOwner(server.access.address, (query) =>
      query("SELECT DISTINCT pack_id FROM integration_packs.pack ORDER BY pack_id"),
    );
    assert.deepEqual(
      known.map((row) => row["pack_id"]),
      ["p", "q", "r"],
    );
  });

  it("load the attempts that are open, the one that is asked for, and the one that ran the schedule", async () => {
    assert.deepEqual(attemptsOf(await load({ packIds: ["p"] })), [stored.byRequest, stored.open]);
    assert.deepEqual(attemptsOf(await load({ attemptId: stored.done })), [
      stored.done,
      stored.byRequest,
      stored.open,
    ]);
    assert.deepEqual(attemptsOf(await load({ packIds: ["q"] })), []);
  });

  it("load the claim, the latest release and the schedule of each pack, and nothing of one that is new", async () => {
    const [[p], [q], [fresh]] = [
      await load({ packIds: ["p"] }),
      await load({ packIds: ["q"] }),
      await load({ packIds: ["new"] }),
    ];
    assert.ok(p && p.leftMs > 0 && p.leftMs <= claimSpan);
    assert.deepEqual([p.holder, p.latestMs, p.schedule?.scheduleId], ["h1", at.getTime(), stored.scheduleId]);
    assert.ok(q && q.version > 0);
    assert.deepEqual([q.holder, q.latestMs, q.schedule], ["", at.getTime(), undefined]);
    assert.deepEqual(fresh, {
      packId: "new",
      version: 0,
      holder: "",
      leftMs: 0,
      latestMs: undefined,
      attempts: [],
      schedule: undefined,
    });
  });
});
