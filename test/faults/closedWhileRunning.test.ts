import assert from "node:assert/strict";
import type { PlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import { IntegrationPacksError } from "../../src/errors/errors.ts";
import type { PackRelease } from "../../src/model/release/release.ts";
import { ActiveBackend } from "../../src/session/activeBackend.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { on } from "../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";

const packId = ids.orderToCash;
const sending = on("ReleaseIntegrationPack", "create");

describe("a platform backend that is closed while a release is running", function () {
  this.timeout(120_000);
  const tally = { released: 0, foundLater: 0, notSent: 0, scheduled: 0 };
  after(() =>
    summarize(
      `closed while running: ${tally.released} releases reported as made, ${tally.foundLater} as unknown and found by the next backend, ${tally.notSent} not sent, ${tally.scheduled} schedules kept; none twice, none reported wrongly`,
    ),
  );

  /** Does the work on the active backend, and closes it when request number `position` reaches the platform. */
  async function closeAt<T>(
    position: number,
    scheduleWith: "platform" | "workspace",
    work: (backend: PlatformBackend) => Promise<T>,
    check: (
      result: T | IntegrationPacksError,
      backends: PlatformBackends,
      next: PlatformBackend,
    ) => Promise<void>,
  ): Promise<number> {
    const content = store();
    const packs = content.packs.map(({ scheduled: _, ...pack }) => pack);
    const backends = await PlatformBackends.start({ ...content, packs }, { looksUntilDone: 2 });
    const active = new ActiveBackend(() => backends.open({ scheduleWith }));
    try {
      await active.get();
      const [first] = backends.opened;
      assert.ok(first);
      let requests = 0;
      const closing: Promise<void>[] = [];
      backends.platform.faults.plan(
        () => {
          if (requests++ === position) closing.push(active.reopen());
          return false;
        },
        { kind: "silent" },
      );
      const result = await work(first).catch((error: unknown) => {
        if (error instanceof IntegrationPacksError) return error;
        throw error;
      });
      const count = requests;
      await Promise.all(closing);
      await active.get();
      const next = backends.opened.at(-1);
      assert.ok(next);
      for (let looks = 0; looks < 5; looks += 1) {
        next.refresh();
        await next.schedules.watch.look();
      }
      await check(result, backends, next);
      return count;
    } finally {
      active.dispose();
      await backends.dispose();
    }
  }

  async function checkRelease(
    result: PackRelease | IntegrationPacksError,
    { platform }: PlatformBackends,
    next: PlatformBackend,
  ): Promise<void> {
    const sent = platform.log.filter(sending).length;
    assert.ok(sent <= 1, "sent twice");
    const history = await next.history(packId);
    assert.equal(history.length, sent, "the history has what was sent");
    if (!(result instanceof IntegrationPacksError)) {
      tally.released += 1;
      assert.equal(history[0]?.releaseId, result.releaseId);
    } else if (sent === 1) {
      tally.foundLater += 1;
      assert.equal(result.code, "OutcomeUnknown", result.message);
    } else {
      tally.notSent += 1;
      assert.notEqual(result.code, "OutcomeUnknown", result.message);
    }
  }

  it("loses no release and reports none as not made, whichever request is running", async () => {
    const release = (backend: PlatformBackend) => backend.release({ packId });
    const requests = await closeAt(Infinity, "platform", release, checkRelease);
    assert.ok(requests > 3);
    for (let position = 0; position < requests; position += 1) {
      await closeAt(position, "platform", release, checkRelease);
    }
  });

  it("loses no schedule that the platform accepted", async () => {
    const schedule = (backend: PlatformBackend) =>
      backend.schedules.schedule({ packId, date: "2026-07-01", timeZone: "UTC" });
    const check = async (result: unknown, { platform }: PlatformBackends, next: PlatformBackend) => {
      const sent = platform.log.filter(sending).length;
      const { scheduled } = await next.getPack(packId);
      assert.equal(scheduled?.state, sent === 1 ? "scheduled" : undefined);
      if (sent === 1) assert.ok(!(result instanceof Error), String(result));
      tally.scheduled += sent;
    };
    const requests = await closeAt(Infinity, "platform", schedule, check);
    for (let position = 0; position < requests; position += 1) {
      await closeAt(position, "platform", schedule, check);
    }
  });
});
