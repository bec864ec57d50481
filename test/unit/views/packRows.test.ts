import assert from "node:assert/strict";
import type { PackSummary } from "../../../src/model/pack/pack.ts";
import type { ReleaseSchedule } from "../../../src/model/schedule/scheduledRelease.ts";
import type { Row } from "../../../src/ui/row.ts";
import type { Hover } from "../../../src/ui/hover.ts";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { provideEditorApi } from "../../support/editor/editorPanel.ts";
import { LocalStores } from "../../support/store/localStores.ts";

const scheduled: ReleaseSchedule = {
  date: "2096-12-01",
  timeZone: "UTC",
  windowStart: "2096-12-01T00:00:00Z",
  windowEnd: "2096-12-01T01:00:00Z",
  state: "scheduled",
  scheduledBy: "planner@example.com",
  scheduledAt: "2026-06-01T08:00:00Z",
};

const differences = ['The current version of "Create Order" is 1.0, not hotfix-7.'];

const stopped: ReleaseSchedule = {
  ...scheduled,
  state: "failed",
  problem: "The pack changed.",
  problemCode: "Conflict",
  differences,
};

const pack: PackSummary = {
  packId: "p",
  name: "Orders",
  description: "",
  installationType: "SINGLE",
  deploymentModel: "packaged",
  componentCount: 1,
  changeCount: 3,
  releasable: true,
  released: true,
};

/** The words of a hover, one fact a line. */
function hoverText({ title = "", facts = [], closing = "" }: Hover): string {
  return [title, ...facts.filter(([, value]) => value !== "").map((fact) => fact.join(": ")), closing].join(
    "\n",
  );
}

describe("the rows of a pack and of its scheduled release", () => {
  const stores = new LocalStores();
  let backend: LocalBackend;
  let rows: (change: Partial<PackSummary>) => Promise<{ row: Row; hover: string }[]>;

  before(async () => {
    provideEditorApi();
    backend = await stores.open();
    const [{ PackItem }, { ScheduleItem }, { ScheduledReleaseItem }] = await Promise.all([
      import("../../../src/views/packs/packItem.ts"),
      import("../../../src/views/packs/scheduleItem.ts"),
      import("../../../src/views/scheduledReleases/scheduledReleaseItem.ts"),
    ]);
    rows = (change) => {
      const changed = { ...pack, ...change };
      const item = new PackItem(backend, changed, () => undefined);
      const { scheduled: schedule } = changed;
      const items = schedule
        ? [
            item,
            new ScheduleItem(backend, item, schedule),
            new ScheduledReleaseItem(backend, changed, schedule),
          ]
        : [item];
      return Promise.all(
        items.map(async (each) => ({ row: each.getRow(), hover: hoverText(await each.getHover()) })),
      );
    };
  });
  after(() => stores.dispose());

  const descriptions = async (change: Partial<PackSummary>) =>
    (await rows(change)).map(({ row }) => row.description);

  it("show a scheduled release with its date, and nothing to decide", async () => {
    assert.deepEqual(await descriptions({ scheduled }), [
      "Dec 1, 2096 · 3 changes",
      "UTC",
      "Dec 1, 2096 · UTC",
    ]);
    const [, item, listed] = await rows({ scheduled });
    assert.deepEqual([item?.row.icon, listed?.row.icon], ["calendar", "calendar"]);
    assert.equal(listed?.row.contextValue, "scheduled cancellable");
  });

  it("show how the pack differs from what was confirmed, before anything else (rule 12)", async () => {
    const changed = { ...scheduled, differences };
    const [state = ""] = await descriptions({ scheduled: changed });
    assert.match(state, /^changed · Dec 1, 2096/);
    for (const { hover } of (await rows({ scheduled: changed })).slice(1)) {
      assert.ok(hover.includes(`Changed since it was confirmed: ${differences.join("")}`), hover);
    }
  });

  it("offer to release a stopped release anyway, change or cancel it, and never to retry it (rule 12)", async () => {
    const [state = ""] = await descriptions({ scheduled: stopped });
    assert.match(state, /^stopped · Dec 1, 2096/);
    const shown = await rows({ scheduled: stopped });
    for (const { row } of shown) {
      assert.match(row.contextValue, /\bscheduled cancellable conflicting\b/);
    }
    for (const { row, hover } of shown.slice(1)) {
      assert.equal(row.icon, "warning");
      assert.match(hover, /Release it anyway, change it, or cancel it\. It is not released by itself\./);
      assert.ok(!hover.includes("Problem:"), "the differences say it");
    }
    assert.doesNotMatch(
      (await rows({ scheduled: { ...stopped, problemCode: "Unreachable" } }))[0]?.row.contextValue ?? "",
      /conflicting/,
    );
  });

  it("show a stopped release whose difference is gone with the problem", async () => {
    const { differences: _, ...gone } = stopped;
    const [, , listed] = await rows({ scheduled: gone });
    assert.match(listed?.hover ?? "", /Problem: The pack changed\./);
    assert.match(listed?.row.contextValue ?? "", /conflicting/);
  });

  it("show a release that Boomi no longer reports, and what can be done", async () => {
    const unknown: ReleaseSchedule = { ...scheduled, state: "unknown" };
    const [state = ""] = await descriptions({ scheduled: unknown });
    assert.match(state, /^not in Boomi · Dec 1, 2096/);
    const [, , listed] = await rows({ scheduled: unknown });
    assert.match(
      listed?.hover ?? "",
      /Look at the pack in Boomi, then change, release or remove it from the list\./,
    );
    assert.equal(listed?.row.icon, "warning");
  });

  it("show a release whose outcome is unknown or that is still running, with when and by whom it was sent", async () => {
    const unsettled = { attemptId: "t", sentAt: "2026-06-01T08:00:00Z", sentBy: "lead@example.com" };
    const [unknown] = await rows({ unsettled: { ...unsettled, state: "unknown" } });
    assert.match(unknown?.row.description ?? "", /^outcome unknown/);
    assert.match(
      unknown?.hover ?? "",
      /unknown outcome: sent Jun 1, 2026.* by lead@example\.com; no answer came\. Look at the pack in Boomi/,
    );
    assert.equal(unknown?.row.icon, "warning");
    const [running] = await rows({ unsettled: { ...unsettled, state: "running" } });
    assert.match(running?.row.description ?? "", /^releasing/);
    assert.match(running?.hover ?? "", /Release under way: sent Jun 1, 2026.*Boomi still runs it\./);
    const [settled] = await rows({});
    assert.doesNotMatch(
      `${settled?.row.description ?? ""}${settled?.hover ?? ""}`,
      /unknown|running|under way/,
    );
  });
});
