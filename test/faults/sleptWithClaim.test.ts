import assert from "node:assert/strict";
import type { QueuedRelease, RunPermission, ScheduleQueue } from "../../src/backend/scheduleQueue.ts";
import { SeededRandom } from "./support/seededRandom.ts";
import { summarize } from "../support/mocha/summarize.ts";
import {
  inWindow,
  packId,
  scheduleAndFind,
  sentReleases,
  withWorkspace,
} from "../support/platform/workspace.ts";
import { extent, seed } from "./support/extent.ts";

type Act = (queue: ScheduleQueue, due: QueuedRelease) => Promise<unknown>;

/** What another window does while the first one sleeps. */
const acts: Readonly<Record<string, Act>> = {
  "releases it late": (queue, due) => queue.release(due, "late"),
  "marks it missed": (queue, due) => queue.miss(due),
  "retries it": (queue, due) => queue.release(due, "retry"),
  "does nothing": () => Promise.resolve(),
};

describe("a window that sleeps with a claim", function () {
  this.timeout(120_000);
  const tally = { sleeps: 0, releases: 0 };
  after(() =>
    summarize(
      `slept with a claim: ${tally.sleeps} windows that slept between claiming and sending, ${tally.releases} releases; none sent twice, none after another window had decided`,
    ),
  );

  for (const [name, act] of Object.entries(acts)) {
    it(`sends only what may still run when another window ${name}`, async () => {
      const random = new SeededRandom(name, seed);
      for (let run = 0; run < extent(4, 40); run += 1) {
        const hours = 1 + random.below(30);
        const permission: RunPermission = random.pick(["inWindow", "retry"]);
        await withWorkspace(async ({ platform, open, openQueue, setTime }) => {
          const other = await open();
          const woken = new Date(Date.parse(inWindow) + hours * 3_600_000).toISOString();
          let sentByOther = 0;
          const { queue, parts } = await openQueue(async () => {
            setTime(woken);
            await act(other.schedules.queue, due);
            sentByOther = sentReleases(platform);
          });
          const { due } = await scheduleAndFind(parts, setTime);
          const release = await queue.release(due, permission);
          const sentHere = sentReleases(platform) - sentByOther;
          // A person's retry has no window, and a missed release can be retried. A release in its window must be in it.
          const isStillThere = name === "does nothing" || name === "marks it missed";
          const mayRun = isStillThere && permission === "retry";
          assert.equal(sentHere, mayRun ? 1 : 0, `${permission}, ${hours} hours`);
          assert.equal(release !== undefined, mayRun);
          const history = await other.history(packId);
          assert.equal(history.length, sentReleases(platform));
          tally.sleeps += 1;
          tally.releases += history.length;
        });
      }
    });
  }
});
