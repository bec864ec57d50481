import assert from "node:assert/strict";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { on } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { openSlowWindow, type SlowWindow } from "../../../../support/platform/slowWindow.ts";
import { attempt, sending } from "../../../../support/records/recordedRelease.ts";
import { minute } from "../../../../support/time/durations.ts";

const packId = ids.upToDate;
const pack = { packId, name: "Up to Date" };

describe("looks at the releases that the platform has", () => {
  let backends: PlatformBackends;
  let window: SlowWindow;

  beforeEach(async () => {
    backends = await PlatformBackends.start(store());
    window = await openSlowWindow(backends);
  });
  afterEach(async () => {
    window.dispose();
    await backends.dispose();
  });

  it("ask the platform again after 20 seconds, or once they are forgotten", async () => {
    await window.parts.schedules.schedule({ packId: ids.orderToCash, date: "2026-06-12", timeZone: "UTC" });
    const asked = () => backends.platform.log.filter(on("ReleaseIntegrationPackStatus")).length;
    const { watch } = window.parts;
    await watch.look();
    const first = asked();
    window.timing.advance(19_999);
    await watch.look();
    assert.equal(asked(), first);
    window.timing.advance(1);
    await watch.look();
    assert.equal(asked(), first + 1);
    watch.forget();
    await watch.look();
    assert.equal(asked(), first + 2);
  });

  it("come again within a minute while the end of a release is not known", async () => {
    const { watch } = window.parts;
    assert.equal((await watch.look()).nextLook, undefined);
    await window.records.claim([pack], "h1");
    await window.records.recordSending({ ...attempt, packId, packName: pack.name }, sending);
    const now = backends.platform.conditions.now().getTime();
    assert.equal((await watch.look()).nextLook?.getTime(), now + minute);
  });
});
