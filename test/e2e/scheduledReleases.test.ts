import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { patienceMs } from "../../scripts/editor/editor.ts";
import { whyNoShiftedClock } from "../../scripts/editor/shiftedNode.ts";
import type { LocalBackend } from "../../src/backend/local/localBackend.ts";
import { LocalStores } from "../support/store/localStores.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";
import { useSession, type SessionOptions } from "./support/session.ts";

const minute = 60;
const hour = 60 * minute;

/** Two days ahead, so that it is after today in every zone; its window starts at midnight UTC. */
const date = new Date(Date.now() + 2 * 24 * hour * 1000).toISOString().slice(0, 10);
const windowStart = Date.parse(`${date}T00:00:00Z`);

/** How far a clock goes ahead that shows so many seconds after the start of the window. */
const aheadBy = (seconds: number) => Math.round((windowStart - Date.now()) / 1000) + seconds;

describe("scheduled releases, with the editor's clock moved", () => {
  before(function () {
    if (whyNoShiftedClock() !== undefined) this.skip();
  });

  describe("before and in the window", () => {
    const { opened, options } = schedulingStore(() => aheadBy(-30 * minute));
    const session = useSession(options);

    it("waits until the window, in the view and in the status bar; then it is released, told and shown", async () => {
      const store = await opened();
      const { workbench, editor } = session;
      await workbench.expandView("Scheduled Releases");
      await workbench.scheduledReleases.row(/Pack 0.*scheduled for .*UTC/).waitFor();
      await workbench.statusBarItem(/Pack 0: /).waitFor();
      assert.equal((await store.history("p-0")).length, 1);

      await editor.restart({ clockOffsetSeconds: aheadBy(10 * minute) });
      await workbench.notifications.openList();
      await workbench.notifications.press('"Pack 0" was released as scheduled.', "Show Pack");
      await workbench.packs.row("Process 0").waitFor();
      await workbench.statusBarItem(/Pack 0: /).waitFor({ state: "detached" });
      const [latest] = await store.history("p-0");
      assert.deepEqual([latest?.trigger, latest?.versions], ["scheduled", { "c-0": "3" }]);
      assert.ok(Date.parse(latest?.releasedAt ?? "") >= windowStart);
    });
  });

  describe("when the window has passed and the user is to be asked", () => {
    const { opened, options } = schedulingStore(() => aheadBy(5 * hour), 2, {
      "integrationPacks.scheduler.missedReleases": "ask",
    });
    const session = useSession(options);

    it("releases what the user says, late, and keeps what the user skips", async () => {
      const store = await opened();
      const { workbench } = session;
      const { notifications } = workbench;
      await notifications.openList();
      await notifications.press('The release of "Pack 0" was missed', "Skip");
      await notifications.press('The release of "Pack 1" was missed', "Release Now");
      await notifications.waitFor('"Pack 1" was released late');
      await workbench.expandView("Scheduled Releases");
      await workbench.scheduledReleases.row(/Pack 0.*missed/).waitFor();
      await workbench.scheduledReleases.row("Pack 1").waitFor({ state: "detached" });
      assert.equal((await store.history("p-0")).length, 1);
      const [latest, ...earlier] = await store.history("p-1");
      assert.deepEqual([latest?.trigger, earlier.length], ["late", 1]);
    });
  });

  describe("when the extension host is killed in the middle of many releases", () => {
    const packCount = 60;
    const { opened, options } = schedulingStore(() => aheadBy(-30 * minute), packCount);
    const session = useSession(options);

    it("makes each one once, before or after", async () => {
      const store = await opened();
      const { editor } = session;
      await editor.restart({ clockOffsetSeconds: aheadBy(5 * minute) });
      await until("a first release", async () => (await waiting(store)) < packCount);
      editor.killExtensionHosts();
      const left = await waiting(store);
      assert.ok(left > 0, "all were released before the extension host was killed");
      await editor.restart({ clockOffsetSeconds: aheadBy(10 * minute) });
      await until("the last release", async () => (await waiting(store)) === 0);
      assert.deepEqual(await releaseCounts(store, packCount), [1]);
    });
  });

  describe("with two editors on one store", () => {
    const packCount = 40;
    const { opened, options } = schedulingStore(() => aheadBy(5 * minute), 0);
    useSession(options);
    useSession(options);

    it("makes each release once", async () => {
      // Both editors run in the window already, so they learn of what is due at the same time.
      const store = await opened();
      await store.snapshots.import(schedulablePacks(packCount));
      await scheduleAll(store, packCount);
      await until("the last release", async () => (await waiting(store)) === 0);
      assert.deepEqual(await releaseCounts(store, packCount), [1]);
    });
  });
});

/** A store with so many scheduled packs, and the options of a session with it and with the clock moved. */
function schedulingStore(
  clockOffset: () => number,
  packCount = 1,
  settings: SessionOptions["settings"] = {},
): { opened: () => Promise<LocalBackend>; options: SessionOptions } {
  const files = new LocalStores();
  let store: Promise<LocalBackend>;
  before(async () => {
    store = files.openWith(schedulablePacks(packCount), { clock: () => new Date() });
    await scheduleAll(await store, packCount);
  });
  after(() => files.dispose());
  return {
    opened: () => store,
    options: {
      alone: true,
      settings: { ...settings, "integrationPacks.local.storePath": files.file },
      // Read when the editor starts, which may be long after this file was loaded.
      get clockOffsetSeconds() {
        return clockOffset();
      },
    },
  };
}

async function scheduleAll(store: LocalBackend, packCount: number): Promise<void> {
  for (let at = 0; at < packCount; at += 1) {
    await store.schedules.schedule({ packId: `p-${at}`, date, timeZone: "UTC" });
  }
}

/** How many packs still wait for their scheduled release. */
async function waiting(store: LocalBackend): Promise<number> {
  return (await store.schedules.queue?.listDue(new Date(windowStart)))?.length ?? 0;
}

/** How often packs were released, without their first release: each number once. */
async function releaseCounts(store: LocalBackend, packCount: number): Promise<number[]> {
  const packIds = Array.from({ length: packCount }, (_, at) => `p-${at}`);
  const counts = await Promise.all(packIds.map(async (packId) => (await store.history(packId)).length - 1));
  return [...new Set(counts)];
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error(`There is still no ${what}.`);
    await delay(20);
  }
}
