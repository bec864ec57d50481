import assert from "node:assert/strict";
import type { PlatformBackend } from "../../../../../src/backend/platform/platformBackend.ts";
import { packFingerprint } from "../../../../../src/model/release/packFingerprint.ts";
import type { PackRelease } from "../../../../../src/model/release/release.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { busy, on, refuse } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const sending = on("ReleaseIntegrationPack", "create");
const reading = on("PublisherIntegrationPack", "get");
const chosen = { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" };

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
    await backend.schedules.watch.look();
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
    await later.schedules.watch.look();
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

  it("says that nobody knows when the platform was too busy to answer, as a gateway may say so after passing it on", async () => {
    backends.platform.faults.plan(sending, busy("2"));
    await rejectsWith(backend.release({ packId: ids.orderToCash }), "OutcomeUnknown", /not sent again/);
    await rejectsWith(
      backend.release({ packId: ids.orderToCash }),
      "OutcomeUnknown",
      /confirm the release again/,
    );
    assert.equal(timesSent(), 1);
    const shown = await backend.getPack(ids.orderToCash);
    assert.equal(shown.unsettled?.state, "unknown");
    await backend.release({ packId: ids.orderToCash, expected: packFingerprint(shown) });
    assert.equal(isReleased(), true);
    assert.equal((await backend.getPack(ids.orderToCash)).unsettled, undefined);
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
