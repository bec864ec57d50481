import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PlanDraft } from "../../src/backend/facets/planFacet.ts";
import type { PlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import type { PlanOutcome } from "../../src/model/plan/application/planOutcome.ts";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import { ids, now, store } from "../support/fixtures/store.ts";
import { on } from "../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../support/platform/platformBackends.ts";
import { calls } from "../support/platform/standIn/requestLog.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { endOf } from "./support/endOf.ts";
import { extent } from "./support/extent.ts";

const program = fileURLToPath(new URL("support/killedPlanProgram.ts", import.meta.url));
const packIds = [ids.orderToCash, ids.legacy];
const sending = on("ReleaseIntegrationPack");
const minute = 60_000;

/** Longer than the claim of a release lasts that the platform accepted. */
const afterClaims = 12 * minute;

/** When the program dies: before the platform carries out the request that just arrived, or after. */
const moments = ["cutBefore", "cutAfter"] as const;

describe("a program that is killed at any request of a release plan", function () {
  this.timeout(240_000);
  const tally = { killed: 0, continued: 0, unknown: 0 };
  after(() =>
    summarize(
      `killed plans: ${tally.killed} programs killed at one of their requests – applied again, ${tally.continued} plans were completed, ` +
        `${tally.unknown} reported an unknown outcome; no pack was released twice`,
    ),
  );

  for (const [what, when] of [
    ["released at once", {}],
    ["scheduled", { date: "2026-06-20" }],
  ] as const) {
    it(`sends no pack twice, and its plan is continued by another program, when packs are ${what}`, async () => {
      const requests = await killAt(undefined, "cutBefore", when);
      assert.ok(requests > 5);
      for (let position = 0; position < requests; position += 1) {
        for (const moment of moments) {
          const isDone = position % 2 === (moment === "cutBefore" ? 0 : 1);
          if (isDone || extent(0, 1) === 1) await killAt(position, moment, when);
        }
      }
    });
  }

  /** Applies a plan in a program that dies at the request, then in this one. Returns the number of the program's requests. */
  async function killAt(
    position: number | undefined,
    moment: (typeof moments)[number],
    when: object,
  ): Promise<number> {
    let clock = now;
    const backends = await PlatformBackends.start(store(), { now: () => clock, looksUntilDone: 0 });
    try {
      const backend = await backends.open({ clock: () => clock });
      const draft = await backend.plans.draft({ packIds, ...when });
      const requests = await runProgram(backends, draft, position, moment);
      if (position === undefined) return requests;
      tally.killed += 1;
      const at = `killed at request ${position + 1}, ${calls(backends.platform.log).at(-1) ?? "none"}, ${moment}`;
      try {
        await assertContinues(
          backends,
          backend,
          draft,
          () => (clock = new Date(now.getTime() + afterClaims)),
        );
      } catch (error) {
        throw new Error(at, { cause: error });
      }
      return requests;
    } finally {
      await backends.dispose();
    }
  }

  async function assertContinues(
    { platform }: PlatformBackends,
    backend: PlatformBackend,
    { plan, planHash }: PlanDraft,
    passTime: () => void,
  ): Promise<void> {
    const apply = (sendAgain: readonly string[] = []) => backend.plans.apply(plan, { planHash, sendAgain });
    const sent = () => platform.log.filter(sending).length;
    const before = sent();
    const first = await apply().catch((error: unknown) => error);
    if (first instanceof Error) {
      // The claims of the killed program last a while, and nothing is sent in that time.
      await rejectsWith(Promise.reject(first), "Conflict", /under way/);
      assert.equal(sent(), before);
    }
    passTime();
    const outcome = first instanceof Error ? await apply() : (first as PlanOutcome);
    assertSentOnce(platform.state.releaseRequests.values());
    const unknown = outcome.packs.find((pack) => pack.outcome === "unknown");
    if (!unknown) {
      tally.continued += 1;
      assert.ok(
        outcome.packs.every((pack) => ["released", "scheduled", "alreadySo"].includes(pack.outcome)),
        JSON.stringify(outcome),
      );
      return;
    }
    tally.unknown += 1;
    assert.ok(unknown.releaseId);
    const again = sent();
    assert.deepEqual(
      (await apply()).packs.find((pack) => pack.outcome === "unknown")?.packId,
      unknown.packId,
    );
    assert.equal(sent(), again, "it is not sent again by itself");
    const confirmed = await apply([unknown.releaseId]);
    assert.ok(confirmed.packs.every((pack) => pack.outcome !== "unknown" && pack.outcome !== "notSent"));
  }

  function assertSentOnce(requests: Iterable<{ readonly packId: string }>): void {
    const packs = [...requests].map(({ packId }) => packId);
    assert.equal(new Set(packs).size, packs.length, `accepted: ${packs.join(", ")}`);
  }

  async function runProgram(
    backends: PlatformBackends,
    { plan }: PlanDraft,
    position: number | undefined,
    moment: (typeof moments)[number],
  ): Promise<number> {
    const { platform, folder } = backends;
    const connection = platform.connection;
    const start = platform.log.length;
    const child = spawn(
      process.execPath,
      [program, JSON.stringify(connection), join(folder, "records.db"), formatPlan(plan), now.toISOString()],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let current = -1;
    platform.faults.plan(
      () => {
        current += 1;
        if (current !== position) return false;
        child.kill("SIGKILL");
        return true;
      },
      { kind: moment },
    );
    const { signal } = await endOf(child);
    assert.equal(signal, position === undefined ? null : "SIGKILL");
    platform.faults.clear();
    return platform.log.length - start;
  }
});
