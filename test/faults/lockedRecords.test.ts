import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { PlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import type { PlatformOptions } from "../../src/backend/platform/platformOptions.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { every, type Matches } from "../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";

const packId = ids.orderToCash;

describe("records that are locked as the answer of the platform arrives", function () {
  this.timeout(120_000);
  const tally = { delayed: 0, operations: 0 };
  after(() =>
    summarize(
      `locked as the answer arrives: ${tally.operations} operations, ${tally.delayed} delayed by locked records; all reported as they were and recorded, none twice`,
    ),
  );

  let backends: PlatformBackends;
  let backend: PlatformBackend;
  let unlock: (() => void) | undefined;

  /** Locks the records when a request that matches arrives, until an outcome could not be recorded a few times. */
  async function lockAt(matches: Matches, scheduleWith: PlatformOptions["scheduleWith"] = "platform") {
    const content = store();
    const packs = content.packs.map(({ scheduled: _, ...pack }) => pack);
    backends = await PlatformBackends.start({ ...content, packs });
    const file = join(backends.folder, "records.db");
    let failures = 0;
    const log = {
      info: () => undefined,
      error: () => undefined,
      warn: () => {
        failures += 1;
        if (failures < 4) return;
        unlock?.();
        unlock = undefined;
      },
    };
    backend = await backends.open({ records: { file, lockPatience: 30 }, scheduleWith, log });
    let isLocked = false;
    backends.platform.faults.plan(
      (request) => {
        if (isLocked || !matches(request)) return false;
        isLocked = true;
        const locker = new DatabaseSync(file);
        locker.exec("BEGIN IMMEDIATE");
        unlock = () => locker.close();
        return false;
      },
      { kind: "silent" },
    );
    tally.operations += 1;
    return { wasDelayed: () => failures > 0 };
  }
  afterEach(async () => {
    unlock?.();
    unlock = undefined;
    await backends.dispose();
  });

  const sending: Matches = ({ object, action }) =>
    object === "ReleaseIntegrationPack" && (action === "create" || action === "update");
  const status: Matches = ({ object }) => object === "ReleaseIntegrationPackStatus";

  for (const [name, matches] of [
    ["the release is sent", sending],
    ["its status is requested", status],
  ] as const) {
    it(`delay a release and lose nothing, when ${name}`, async () => {
      const { wasDelayed } = await lockAt(matches);
      const release = await backend.release({ packId });
      assert.equal(wasDelayed(), true);
      tally.delayed += 1;
      assert.deepEqual(
        (await backend.history(packId)).map(({ releaseId }) => releaseId),
        [release.releaseId],
      );
      assert.equal(backends.platform.log.filter(sending).length, 1);
      assert.equal((await backend.getPack(packId)).unsettled, undefined);
    });
  }

  it("delay a schedule that the platform accepted, which is stored", async () => {
    const { wasDelayed } = await lockAt(sending);
    await backend.schedules.schedule({ packId, date: "2026-07-01", timeZone: "UTC" });
    assert.equal(wasDelayed(), true);
    tally.delayed += 1;
    assert.equal((await backend.getPack(packId)).scheduled?.state, "scheduled");
    assert.equal(backends.platform.log.filter(sending).length, 1);
  });

  it("delay a change of a schedule, which is stored once", async () => {
    await lockAt(() => false);
    await backend.schedules.schedule({ packId, date: "2026-07-01", timeZone: "UTC" });
    const { platform, folder } = backends;
    const file = join(folder, "records.db");
    const locker = new DatabaseSync(file);
    platform.faults.plan(
      (request) => {
        if (request.action === "update" && request.object === "ReleaseIntegrationPack") {
          locker.exec("BEGIN IMMEDIATE");
          unlock = () => locker.close();
        }
        return false;
      },
      { kind: "silent" },
    );
    const request = { packId, date: "2026-07-02", timeZone: "UTC", replaceScheduled: true };
    await backend.schedules.schedule(request);
    tally.delayed += 1;
    assert.equal((await backend.getPack(packId)).scheduled?.date, "2026-07-02");
  });

  it("do not make a deleted pack look as if it were there", async () => {
    await lockAt(
      ({ object, action }) => object === "PublisherIntegrationPack" && action === "delete",
      "workspace",
    );
    await backend.schedules.schedule({ packId, date: "2026-07-01", timeZone: "UTC" });
    await backend.editing.deletePack(packId);
    unlock?.();
    unlock = undefined;
    assert.ok(!(await backend.listPacks()).some((pack) => pack.packId === packId));
    backends.platform.faults.clear();
    assert.equal(backends.platform.log.filter(every).filter(({ action }) => action === "delete").length, 1);
  });
});
