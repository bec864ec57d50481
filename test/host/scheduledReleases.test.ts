import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import type { PackRelease } from "../../src/model/release/release.ts";
import { localDate, releaseWindow } from "../../src/model/schedule/releaseWindow.ts";
import type { Snapshot, SnapshotPack } from "../../src/model/snapshot/snapshot.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { until } from "../support/time/until.ts";
import { Answers } from "./support/answers.ts";
import { activateExtension, rejects, rejectsWithCode, run } from "./support/runCommand.ts";
import { exportStore, importStore } from "./support/windowStore.ts";

const farAhead = "2096-05-01";

describe("scheduled releases", () => {
  const answers = new Answers();
  let api: IntegrationPacksApi;

  before(async () => {
    api = await activateExtension();
  });

  beforeEach(() => importStore(store()));
  afterEach(async () => {
    await set("timeZone", undefined);
    await set("missedReleases", undefined);
  });

  describe("through the API", () => {
    it("are stored with their window in the scheduler's time zone, which a later change of the setting does not move", async () => {
      await set("timeZone", "Asia/Kathmandu");
      const scheduled = await api.schedule({ packId: ids.orderToCash, date: farAhead });
      assert.deepEqual([scheduled.date, scheduled.timeZone], [farAhead, "Asia/Kathmandu"]);
      const { start, end } = releaseWindow(farAhead, "Asia/Kathmandu");
      assert.equal(Date.parse(scheduled.windowStart), start.getTime());
      assert.equal(Date.parse(scheduled.windowEnd), end.getTime());
      await set("timeZone", "UTC");
      assert.deepEqual((await api.getPack(ids.orderToCash)).scheduled, scheduled);
    });

    it("use the system's time zone by default", async () => {
      const { timeZone } = await api.schedule({ packId: ids.orderToCash, date: farAhead });
      assert.equal(timeZone, new Intl.DateTimeFormat().resolvedOptions().timeZone);
    });

    it("are rejected with an unknown time zone, and the error names the setting", async () => {
      await set("timeZone", "Mars/Olympus");
      await rejectsWithCode(
        api.schedule({ packId: ids.orderToCash, date: farAhead }),
        "InvalidRequest",
        /"Mars\/Olympus".*integrationPacks\.scheduler\.timeZone/,
      );
    });

    it("are rejected for today, and for a pack that is already scheduled unless the request replaces that", async () => {
      await set("timeZone", "Pacific/Kiritimati");
      const today = localDate(new Date(), "Pacific/Kiritimati");
      await rejectsWithCode(
        api.schedule({ packId: ids.orderToCash, date: today }),
        "InvalidRequest",
        /not after today/,
      );
      const request = { packId: ids.scheduled, date: farAhead, versions: { [ids.createOrder]: "hotfix-7" } };
      await rejectsWithCode(api.schedule(request), "AlreadyScheduled", /Change or cancel/);
      await api.schedule({ ...request, replaceScheduled: true });
      const { scheduled } = await api.getPack(ids.scheduled);
      assert.deepEqual([scheduled?.date, scheduled?.versions], [farAhead, { [ids.createOrder]: "hotfix-7" }]);
    });

    it("can be cancelled, and then nothing is released", async () => {
      await api.cancelSchedule(ids.scheduled);
      assert.equal((await api.getPack(ids.scheduled)).scheduled, undefined);
      assert.equal((await api.history(ids.scheduled)).length, 1);
      await rejectsWithCode(api.cancelSchedule(ids.scheduled), "NotFound", /no scheduled release/);
    });
  });

  describe("by the scheduler", () => {
    it("are released in their window, and announced", async () => {
      const timeZone = await zoneShortlyAfterMidnight();
      const made = await releaseAfter(() =>
        importStore(scheduledFor(localDate(new Date(), timeZone), timeZone)),
      );
      assert.equal(made.trigger, "scheduled");
      assert.equal(made.releasedBy, "planner@example.com");
      const pack = await api.getPack(ids.scheduled);
      assert.equal(pack.scheduled, undefined);
      assert.equal(pack.components[0]?.currentVersion, "1.1");
      assert.equal((await api.history(ids.scheduled))[0]?.trigger, "scheduled");
    });

    it("are released late when their window has passed", async () => {
      const made = await releaseAfter(() => importStore(scheduledFor("2026-02-03")));
      assert.equal(made.trigger, "late");
      assert.equal((await api.history(ids.scheduled)).length, 2);
    });

    it("are marked missed when the setting says so, and can be released by a command", async () => {
      await set("missedReleases", "skip");
      await importStore(scheduledFor("2026-02-03"));
      await until(
        "a missed release",
        async () => (await exportedPack())?.scheduled?.state === "missed" || undefined,
      );
      assert.equal((await api.history(ids.scheduled)).length, 1);
      answers.expectDialog(/^Release "Scheduled" now\?$/, "Release Now");
      await run("releaseNow", ids.scheduled);
      assert.equal((await api.history(ids.scheduled)).length, 2);
    });

    it("wait for the user's answer when the setting says so, until the setting changes", async () => {
      await set("missedReleases", "ask");
      await importStore(scheduledFor("2026-02-03"));
      const made = await releaseAfter(() => set("missedReleases", "release"));
      assert.equal(made.trigger, "late");
    });

    it("keep their schedule when they fail, name the deleted version, and appear in the history as failed", async () => {
      await importStore(scheduledFor("2026-02-03", "UTC", "2.0-deleted"));
      const failed = await until("a failed release", async () => {
        const pack = await exportedPack();
        return pack?.scheduled?.state === "failed" ? pack : undefined;
      });
      assert.match(failed.scheduled?.problem ?? "", /Version "2\.0-deleted" of "Create Order" is deleted/);
      assert.equal(failed.scheduleEvents?.at(-1)?.event, "failed");
      answers.expectDialog(/^Release "Scheduled" now\?$/, "Release Now");
      await rejects("InvalidRequest", /2\.0-deleted/, "releaseNow", ids.scheduled);
      assert.equal((await api.history(ids.scheduled)).length, 1);
    });
  });

  describe("by commands with arguments", () => {
    it("releaseNow releases the scheduled versions, once", async () => {
      answers.expectDialog(/^Release "Scheduled" now instead of on its date\?$/, "Release Now");
      await run("releaseNow", ids.scheduled);
      const [latest] = await api.history(ids.scheduled);
      assert.deepEqual([latest?.trigger, latest?.versions], ["immediate", { [ids.createOrder]: "1.1" }]);
      await rejects("NotFound", /no scheduled release/, "releaseNow", ids.scheduled);
    });

    it("releaseNow includes a component that was added since", async () => {
      await api.manage.addComponents(ids.scheduled, [ids.cancelOrder]);
      answers.expectDialog(/^Release "Scheduled" now/, "Release Now");
      await run("releaseNow", ids.scheduled);
      assert.match(answers.prompt.detail ?? "", /Cancel Order: new → 1\.0/);
      const [latest] = await api.history(ids.scheduled);
      assert.deepEqual(latest?.versions, { [ids.createOrder]: "1.1", [ids.cancelOrder]: "1.0" });
    });

    it("applyPendingUpdate gives one account the scheduled versions, and only once", async () => {
      answers.expectDialog(/^Apply the pending update of "Scheduled" to "Bolt"\?$/, "Apply");
      await run("applyPendingUpdate", ids.scheduled, "a-bolt");
      await rejects(
        "InvalidRequest",
        /Bolt.*no pending update/,
        "applyPendingUpdate",
        ids.scheduled,
        "a-bolt",
      );
      await rejects("NotFound", /a-nobody/, "applyPendingUpdate", ids.scheduled, "a-nobody");
    });

    it("cancelSchedule cancels, and every command rejects an unknown pack and a pack without a scheduled release", async () => {
      answers.expectDialog(/^Cancel the scheduled release of "Scheduled"\?$/, "Cancel Scheduled Release");
      await run("cancelSchedule", ids.scheduled);
      for (const command of ["cancelSchedule", "releaseNow", "editSchedule", "applyPendingUpdate"]) {
        await rejects("NotFound", /no scheduled release.*Schedule one first/, command, ids.scheduled);
        await rejects("NotFound", /no-pack/, command, "no-pack");
      }
      await rejects("NotFound", /no-pack/, "schedule", "no-pack");
    });
  });

  /** Waits for the release that `work` causes. */
  async function releaseAfter(work: () => PromiseLike<unknown>): Promise<PackRelease> {
    let made: PackRelease | undefined;
    const listener = api.onDidRelease((release) => (made = release));
    try {
      await work();
      return await until("a release", () => made);
    } finally {
      listener.dispose();
    }
  }

  /** The pack with the scheduled release, as an export has it. */
  async function exportedPack(): Promise<SnapshotPack | undefined> {
    const { packs } = await exportStore();
    return packs.find(({ packId }) => packId === ids.scheduled);
  }
});

function set(name: "timeZone" | "missedReleases", value: string | undefined): Thenable<void> {
  return vscode.workspace
    .getConfiguration("integrationPacks.scheduler")
    .update(name, value, vscode.ConfigurationTarget.Global);
}

function scheduledFor(date: string, timeZone = "UTC", createOrder = "1.1"): Snapshot {
  const { packs, ...rest } = store();
  const scheduled = {
    date,
    timeZone,
    versions: { [ids.createOrder]: createOrder },
    scheduledBy: "planner@example.com",
  };
  return {
    ...rest,
    packs: packs.map((pack) => (pack.packId === ids.scheduled ? { ...pack, scheduled } : pack)),
  };
}

/** Waits for a time zone in the first hour of a day, with enough of the hour left for a test. */
function zoneShortlyAfterMidnight(): Promise<string> {
  const zones = Intl.supportedValuesOf("timeZone");
  return until("a zone shortly after midnight", () => {
    const now = new Date();
    return zones.find((timeZone) => {
      const { start } = releaseWindow(localDate(now, timeZone), timeZone);
      return now.getTime() - start.getTime() < 59.5 * 60_000;
    });
  });
}
