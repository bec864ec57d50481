import assert from "node:assert/strict";
import type { PlatformBackend } from "../../../src/backend/platform/platformBackend.ts";
import type { PackRelease } from "../../../src/model/release.ts";
import { IntegrationPacksError } from "../../../src/errors.ts";
import { ids, store } from "../../support/fixtures.ts";
import { busy, on, refuse, type Fault, type Matches } from "../../support/platform/faults.ts";
import { PlatformBackends } from "../../support/platform/platformBackends.ts";
import { calls } from "../../support/platform/requestLog.ts";
import { rejectsWith } from "../../support/rejections.ts";

const sending = on("ReleaseIntegrationPack", "create");
const reading = on("PublisherIntegrationPack", "get");
const chosen = { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" };

const cuts: readonly Fault[] = [
  { kind: "cutBeforeReading" },
  { kind: "cutBefore" },
  { kind: "cutDuring" },
  { kind: "cutAfter" },
  { kind: "truncated" },
];

describe("a release whose connection breaks", function () {
  this.timeout(30_000);
  let backends: PlatformBackends;
  let backend: PlatformBackend;

  beforeEach(async () => {
    backends = await PlatformBackends.start(store());
    backend = await backends.open();
  });
  afterEach(() => backends.dispose());

  const timesSent = () => backends.platform.log.filter(sending).length;
  const isReleased = () =>
    backends.platform.state.packs.get(ids.orderToCash)?.components.length === 2 &&
    backends.platform.state.packs
      .get(ids.orderToCash)
      ?.components.every(
        ({ componentId, currentVersion }) => currentVersion === Reflect.get(chosen, componentId),
      );

  for (const fault of cuts) {
    it(`at any of its requests, and once (${fault.kind}): is sent once, and reported as it is`, async () => {
      await backend.release({ packId: ids.orderToCash });
      const requests = backends.platform.log.length;
      const sentAt = backends.platform.log.findIndex(sending);
      assert.ok(sentAt > 0 && sentAt < requests - 1);
      for (let position = 0; position < requests; position += 1) {
        await backends.dispose();
        backends = await PlatformBackends.start(store());
        backend = await backends.open();
        backends.platform.faults.plan(nth(position), fault);
        const outcome = await outcomeOf(backend.release({ packId: ids.orderToCash }));
        const at = `at request ${position + 1}, ${calls(backends.platform.log)[position] ?? "none"}`;
        const wasMade = typeof outcome === "object";
        assert.ok(timesSent() <= 1, `${at}: sent ${timesSent()} times`);
        assert.equal((await backend.history(ids.orderToCash)).length, wasMade ? 1 : 0, at);
        if (wasMade) assert.ok(isReleased(), at);
        else if (outcome !== "OutcomeUnknown") assert.equal(timesSent(), 0, `${at}: ${outcome}`);
        // What is only read is read again, unless the answer came to an end in good order.
        if (fault.kind !== "truncated" && position !== sentAt) assert.ok(wasMade, at);
      }
    });
  }

  it("after the platform took it, is found in the pack", async () => {
    backends.platform.faults.plan(sending, { kind: "cutAfter" });
    const { versions } = await backend.release({ packId: ids.orderToCash });
    assert.deepEqual(versions, chosen);
    assert.equal(timesSent(), 1);
  });

  it("before the platform took it, is not known, and not sent again", async () => {
    backends.platform.faults.plan(sending, { kind: "cutBefore" });
    await rejectsWith(
      backend.release({ packId: ids.orderToCash }),
      "OutcomeUnknown",
      /not sent again/,
      /Refresh/,
    );
    assert.equal(timesSent(), 1);
    assert.equal(isReleased(), false);
  });

  it("and then nobody can be asked: is not known, and found once somebody can", async () => {
    backends.platform.conditions.looksUntilDone = 0;
    let outage = true;
    backends.platform.faults.plan(sending, { kind: "cutAfter" });
    // The check before the release is not meant: the outage begins when it is sent.
    backends.platform.faults.plan((request) => outage && timesSent() > 0 && reading(request), busy(), 1000);
    await rejectsWith(backend.release({ packId: ids.orderToCash }), "OutcomeUnknown");

    outage = false;
    const announced = new Promise<PackRelease>((resolve) => backend.onDidRelease(resolve));
    backend.refresh();
    assert.deepEqual((await announced).versions, chosen);
    assert.equal((await backend.history(ids.orderToCash)).length, 1);
    assert.equal(timesSent(), 1);
  });

  it("a window that is opened later finds out what became of it", async () => {
    backends.platform.conditions.looksUntilDone = 1000;
    backends.platform.faults.plan(sending, { kind: "cutAfter" });
    await rejectsWith(backend.release({ packId: ids.orderToCash }), "OutcomeUnknown");
    backend.dispose();

    for (const request of backends.platform.state.releaseRequests.values()) request.looksUntilDone = 0;
    const later = await backends.open();
    const announced = new Promise<PackRelease>((resolve) => later.onDidRelease(resolve));
    later.refresh();
    assert.deepEqual((await announced).versions, chosen);
    assert.equal(timesSent(), 1);
  });

  it("says that nothing was released when the platform refuses it, in the platform's words", async () => {
    backends.platform.faults.plan(sending, refuse(400, "The pack is locked.", "nested"));
    await rejectsWith(
      backend.release({ packId: ids.orderToCash }),
      "InvalidRequest",
      /was not released/,
      /is locked/,
    );
    assert.equal(timesSent(), 1);
  });

  it("says that nothing was released when the platform was too busy to take it", async () => {
    backends.platform.faults.plan(sending, busy());
    await rejectsWith(backend.release({ packId: ids.orderToCash }), "RateLimited", /was not released/);
    assert.equal(timesSent(), 1);
    await backend.release({ packId: ids.orderToCash });
    assert.equal(isReleased(), true);
  });

  it("says why a release failed that the platform had taken", async () => {
    backends.platform.conditions.releasesFail = true;
    await rejectsWith(backend.release({ packId: ids.orderToCash }), "InvalidRequest", /could not release/);
    assert.equal(isReleased(), false);
    assert.deepEqual(await backend.history(ids.orderToCash), []);
  });

  it("a scheduled release whose answer is lost is not sent again", async () => {
    const when = { packId: ids.orderToCash, date: "2026-07-01", timeZone: "UTC" };
    backends.platform.faults.plan(sending, { kind: "cutAfter" });
    await rejectsWith(backend.schedules.schedule(when), "OutcomeUnknown", /not sent again/);
    assert.equal(timesSent(), 1);
  });

  it("a changed date whose answer is lost is found by asking", async () => {
    const when = { packId: ids.orderToCash, date: "2026-07-01", timeZone: "UTC" };
    await backend.schedules.schedule(when);
    backends.platform.faults.plan(on("ReleaseIntegrationPack", "update"), { kind: "cutAfter" });
    await backend.schedules.schedule({ ...when, date: "2026-07-02", replaceScheduled: true });
    assert.equal((await backend.getPack(ids.orderToCash)).scheduled?.date, "2026-07-02");
  });

  it("a changed date whose answer is lost is not known when its request got another id", async () => {
    backends.platform.conditions.keepsRequestIds = false;
    const when = { packId: ids.orderToCash, date: "2026-07-01", timeZone: "UTC" };
    await backend.schedules.schedule(when);
    backends.platform.faults.plan(on("ReleaseIntegrationPack", "update"), { kind: "cutAfter" });
    const change = backend.schedules.schedule({ ...when, date: "2026-07-02", replaceScheduled: true });
    await rejectsWith(change, "OutcomeUnknown", /not sent again/);
  });
});

/** The request that comes after so many others. */
function nth(position: number): Matches {
  let met = -1;
  return () => (met += 1) === position;
}

async function outcomeOf(release: Promise<PackRelease>): Promise<PackRelease | string> {
  try {
    return await release;
  } catch (error) {
    assert.ok(error instanceof IntegrationPacksError, String(error));
    return error.code;
  }
}
