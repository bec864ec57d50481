import assert from "node:assert/strict";
import type { PlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import { IntegrationPacksError } from "../../src/errors/errors.ts";
import { nextDate } from "../../src/model/schedule/releaseWindow.ts";
import { packFingerprint } from "../../src/model/release/packFingerprint.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";
import { extent, seed } from "./support/extent.ts";
import { SeededRandom } from "./support/seededRandom.ts";

const packId = ids.orderToCash;
const versions = ["1.0", "1.1", "hotfix-7"] as const;
const day = 86_400_000;
const expected = new Set(["Conflict", "AlreadyScheduled", "NothingToRelease", "NotFound"]);

describe("three editors on one account", function () {
  this.timeout(300_000);
  const tally = { operations: 0, released: 0, scheduled: 0, rejected: 0 };
  after(() =>
    summarize(
      `three editors on one account: ${tally.operations} operations at the same time, ${tally.released} releases, ${tally.scheduled} schedules, ${tally.rejected} rejected; 0 unconfirmed, 0 repeated, 0 misreported`,
    ),
  );

  it("send each confirmed release once, and report what the platform did", async () => {
    const random = new SeededRandom("three editors", seed);
    const content = store();
    const packs = content.packs.map(({ scheduled: _, ...pack }) => pack);
    const backends = await PlatformBackends.start({ ...content, packs });
    const { platform } = backends;
    let now = Date.parse("2026-06-10T12:00:00Z");
    platform.conditions.now = () => new Date(now);
    /** What was reported as released: the versions of each release, by its id. */
    const reported = new Map<string, string>();
    try {
      const editors = await Promise.all([1, 2, 3].map(() => backends.open({ scheduleWith: "workspace" })));

      const confirmed = async (editor: PlatformBackend) => {
        const shown = await editor.getPack(packId);
        const chosen = Object.fromEntries(
          shown.components
            .filter(({ deleted }) => !deleted)
            .map(({ componentId, currentVersion, latestVersion }) => [
              componentId,
              componentId === ids.createOrder ? random.pick(versions) : currentVersion || latestVersion,
            ]),
        );
        return { packId, versions: chosen, expected: packFingerprint(shown) };
      };
      const release = async (editor: PlatformBackend) => {
        const request = await confirmed(editor);
        const made = await editor.release({ ...request, replaceScheduled: random.below(2) === 0 });
        assert.deepEqual(made.versions, request.versions, "released as confirmed");
        reported.set(made.releaseId, JSON.stringify(made.versions));
      };
      const schedule = async (editor: PlatformBackend) => {
        const request = await confirmed(editor);
        const date = nextDate(new Date(now).toISOString().slice(0, 10));
        await editor.schedules.schedule({ ...request, date, timeZone: "UTC", replaceScheduled: true });
        tally.scheduled += 1;
      };
      const cancel = (editor: PlatformBackend) => editor.schedules.cancel(packId);
      const runDue = async (editor: PlatformBackend) => {
        const { queue } = editor.schedules;
        for (const due of await queue.listDue(new Date(now))) {
          const made = await queue.release(due, "inWindow").catch(async (error: unknown) => {
            if (!(error instanceof IntegrationPacksError)) throw error;
            await queue.fail(due, { problem: error.message, problemCode: error.code });
            throw error;
          });
          if (made) reported.set(made.releaseId, JSON.stringify(made.versions));
        }
      };

      for (let round = 0; round < extent(40, 600); round += 1) {
        const isMidnight = random.below(3) === 0;
        if (isMidnight) now = Math.floor(now / day + 1) * day + 30 * 60_000;
        const works = editors.map((editor) => {
          const work = isMidnight ? runDue : random.pick([release, schedule, schedule, cancel]);
          return work(editor);
        });
        for (const result of await Promise.allSettled(works)) {
          tally.operations += 1;
          if (result.status === "fulfilled") continue;
          const error: unknown = result.reason;
          assert.ok(error instanceof IntegrationPacksError && expected.has(error.code), String(error));
          tally.rejected += 1;
        }
      }

      const accepted = platform.log.filter(
        ({ object, action, status }) =>
          object === "ReleaseIntegrationPack" && action === "create" && status === 200,
      );
      tally.released = reported.size;
      assert.equal(accepted.length, reported.size, "the platform did what was reported, each once");
      const [editor] = editors;
      assert.ok(editor);
      const history = await editor.history(packId);
      assert.deepEqual(
        new Map(history.map((made) => [made.releaseId, JSON.stringify(made.versions)])),
        reported,
      );
      assert.ok(reported.size > 0);
    } finally {
      await backends.dispose();
    }
  });
});
