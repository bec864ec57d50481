import assert from "node:assert/strict";
import type { LocalBackend } from "../../src/backend/local/localBackend.ts";
import { LocalStores } from "../support/store/localStores.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";
import { until } from "../support/time/until.ts";
import { useSession, type SessionOptions } from "./support/session.ts";

const minute = 60;
const hour = 60 * minute;

/** Two days ahead, so that it is after today in every time zone. The window starts at midnight UTC. */
const date = new Date(Date.now() + 2 * 24 * hour * 1000).toISOString().slice(0, 10);
const windowStart = Date.parse(`${date}T00:00:00Z`);

/** The offset of a clock that shows a time in seconds after the start of the window. */
const clockOffset = (seconds: number) => Math.round((windowStart - Date.now()) / 1000) + seconds;

describe("scheduled releases, in an editor with a shifted clock", () => {
  describe("before the window and in it", () => {
    const { opened, options } = schedulingStore(() => clockOffset(-30 * minute));
    const session = useSession(options);

    it("shows the scheduled release in the view and the status bar, and releases it and notifies the user in the window", async () => {
      const store = await opened();
      const { workbench, editor } = session;
      await workbench.expandView("Scheduled Releases");
      await workbench.scheduledReleases.row(/Pack 0.*\d · UTC/).waitFor();
      await workbench.statusBarItem(/Pack 0: /).waitFor();
      assert.equal((await store.history("p-0")).length, 1);

      await editor.restart({ clockOffsetSeconds: clockOffset(10 * minute) });
      await workbench.notifications.openList();
      await workbench.notifications.press('"Pack 0" was released as scheduled.', "Show Pack");
      await workbench.packs.row("Process 0").waitFor();
      await workbench.statusBarItem(/Pack 0: /).waitFor({ state: "detached" });
      const [latest] = await store.history("p-0");
      assert.deepEqual([latest?.trigger, latest?.versions], ["scheduled", { "c-0": "3" }]);
      assert.ok(Date.parse(latest?.releasedAt ?? "") >= windowStart);
    });
  });

  describe("after the window, if the user wants to be asked", () => {
    const { opened, options } = schedulingStore(() => clockOffset(5 * hour), 2, {
      "integrationPacks.scheduler.missedReleases": "ask",
    });
    const session = useSession(options);

    it("releases a pack late or marks it missed, as the user answers", async () => {
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

  describe("after the windows of many releases", () => {
    const packCount = 5;
    const { opened, options } = schedulingStore(() => clockOffset(5 * hour), packCount);
    const session = useSession(options);

    it("releases them late, and shows them in the calendar", async () => {
      const store = await opened();
      const { notifications, webview } = session.workbench;
      await notifications.openList();
      await notifications.press(`${packCount} integration packs were released late`, "Show Calendar");
      await webview.getByRole("heading", { level: 1, name: "Release Calendar" }).waitFor();
      await webview.getByText("Pack 4").first().waitFor();
      assert.deepEqual(await releaseCounts(store, packCount), [1]);
    });
  });

  describe("when the extension host is killed during many releases", () => {
    const packCount = 60;
    const { opened, options } = schedulingStore(() => clockOffset(-30 * minute), packCount);
    const session = useSession(options);

    it("releases each pack once", async () => {
      const store = await opened();
      const { editor } = session;
      await editor.restart({ clockOffsetSeconds: clockOffset(5 * minute) });
      await until("a first release", async () => (await countScheduled(store)) < packCount || undefined);
      editor.killExtensionHosts();
      const left = await countScheduled(store);
      assert.ok(left > 0, "all were released before the extension host was killed");
      await editor.restart({ clockOffsetSeconds: clockOffset(10 * minute) });
      await until("the last release", async () => (await countScheduled(store)) === 0 || undefined);
      assert.deepEqual(await releaseCounts(store, packCount), [1]);
    });
  });

  describe("with two editors on one store", () => {
    const packCount = 40;
    const { opened, options } = schedulingStore(() => clockOffset(5 * minute), 0);
    useSession(options);
    useSession(options);

    it("releases each pack once", async () => {
      // Both editors already run in the window, so both find the due releases at the same time.
      const store = await opened();
      await store.snapshots.import(schedulablePacks(packCount));
      await scheduleAll(store, packCount);
      await until("the last release", async () => (await countScheduled(store)) === 0 || undefined);
      assert.deepEqual(await releaseCounts(store, packCount), [1]);
    });
  });
});

/** Makes a store with scheduled packs, and the options of a session with that store and a shifted clock. */
function schedulingStore(
  getClockOffset: () => number,
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
      // Read when the editor starts, possibly long after this file was loaded.
      get clockOffsetSeconds() {
        return getClockOffset();
      },
    },
  };
}

async function scheduleAll(store: LocalBackend, packCount: number): Promise<void> {
  for (let at = 0; at < packCount; at += 1) {
    await store.schedules.schedule({ packId: `p-${at}`, date, timeZone: "UTC" });
  }
}

/** How many packs have a scheduled release. */
async function countScheduled(store: LocalBackend): Promise<number> {
  return (await store.schedules.queue?.listDue(new Date(windowStart)))?.length ?? 0;
}

/** The distinct numbers of releases per pack, without the first release. */
async function releaseCounts(store: LocalBackend, packCount: number): Promise<number[]> {
  const packIds = Array.from({ length: packCount }, (_, at) => `p-${at}`);
  const counts = await Promise.all(packIds.map(async (packId) => (await store.history(packId)).length - 1));
  return [...new Set(counts)];
}
