import assert from "node:assert/strict";
import type { ApplyRequest, PlanDraft } from "../../../../../src/backend/facets/planFacet.ts";
import type { PlatformBackend } from "../../../../../src/backend/platform/platformBackend.ts";
import type { PlanOutcome } from "../../../../../src/model/plan/application/planOutcome.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { on, refuse, type Fault } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const packIds = [ids.orderToCash, ids.neverReleased, ids.legacy];
const sending = on("ReleaseIntegrationPack");

describe("release plans on the platform", () => {
  let backends: PlatformBackends;
  let backend: PlatformBackend;
  beforeEach(async () => {
    const content = store();
    backends = await PlatformBackends.start({
      ...content,
      packs: content.packs.map(({ scheduled: _, ...pack }) => pack),
    });
    backend = await backends.open();
  });
  afterEach(() => backends.dispose());

  const draft = (when: object = {}, on = backend) => on.plans.draft({ packIds, ...when });
  const apply = ({ plan, planHash }: PlanDraft, request: Partial<ApplyRequest> = {}, on = backend) =>
    on.plans.apply(plan, { planHash, ...request });
  const outcomes = ({ packs }: PlanOutcome) => packs.map(({ outcome }) => outcome);
  const sent = () =>
    backends.platform.log.filter(sending).map(({ body }) => (body as { readonly id: string }).id);

  /** The fault meets the request for the second pack. */
  function failSecond(fault: Fault): void {
    let seen = 0;
    backends.platform.faults.plan((request) => sending(request) && ++seen === 2, fault);
  }

  it("rule 14: stop at the first pack that is rejected, and rule 16: continue when applied again", async () => {
    const plan = await draft();
    failSecond(refuse(400, "Not today."));
    const outcome = await apply(plan);
    assert.deepEqual(outcomes(outcome), ["released", "failed", "notSent"]);
    assert.equal(outcome.packs[1]?.code, "InvalidRequest");
    assert.match(outcome.packs[1].message ?? "", /Not today/);
    assert.deepEqual(sent(), packIds.slice(0, 2));
    assert.deepEqual(outcomes(await apply(plan)), ["alreadySo", "released", "released"]);
    assert.deepEqual(sent(), [...packIds.slice(0, 2), ...packIds.slice(1)]);
  });

  for (const [what, when] of [
    ["released", {}],
    ["scheduled", { date: "2026-06-20" }],
  ] as const) {
    it(`rule 16: send a pack of unknown outcome again only if a person confirms it, when it is ${what}`, async () => {
      const plan = await draft(when);
      failSecond({ kind: "cutBefore" });
      const outcome = await apply(plan);
      assert.deepEqual(outcomes(outcome), [what, "unknown", "notSent"]);
      const [, unknown] = outcome.packs;
      assert.equal(unknown?.code, "OutcomeUnknown");
      assert.ok(unknown.releaseId);
      const { fits, packs } = await backend.plans.check(plan.plan);
      assert.ok(fits);
      assert.equal(packs[1]?.differences.length, 1);
      const requests = sent().length;
      for (const sendAgain of [[], ["another"]]) {
        const again = await apply(plan, { sendAgain });
        assert.deepEqual(outcomes(again), ["alreadySo", "unknown", "notSent"]);
        assert.equal(again.packs[1]?.releaseId, unknown.releaseId);
      }
      assert.equal(sent().length, requests, "nothing was sent");
      const confirmed = await apply(plan, { sendAgain: [unknown.releaseId] });
      assert.deepEqual(outcomes(confirmed), ["alreadySo", what, what]);
    });
  }

  it("rule 16: find a lost outcome by reading alone", async () => {
    backends.platform.conditions.looksUntilDone = 0;
    const plan = await draft();
    failSecond({ kind: "cutAfter" });
    assert.deepEqual(outcomes(await apply(plan)), ["released", "released", "released"]);
    assert.deepEqual(sent(), packIds);
  });

  it("stop after the pack that is being sent where a person asks for it, and leave no claim", async () => {
    const plan = await draft();
    const stop = new AbortController();
    const outcome = await apply(plan, {
      stop: stop.signal,
      onProgress: ({ application }) => {
        if (application.packs[0]?.stage === "sending") stop.abort();
      },
    });
    assert.deepEqual(outcomes(outcome), ["released", "notSent", "notSent"]);
    const other = await backends.open();
    assert.deepEqual(outcomes(await apply(plan, {}, other)), ["alreadySo", "released", "released"]);
    assert.deepEqual(sent(), packIds);
  });

  it("stop before the next pack when the backend is to be closed", async () => {
    const plan = await draft();
    let finished: Promise<void> | undefined;
    const outcome = await apply(plan, {
      onProgress: ({ application }) => {
        if (application.packs[0]?.stage === "sending") finished ??= backend.finish();
      },
    });
    await finished;
    assert.deepEqual(outcomes(outcome), ["released", "notSent", "notSent"]);
  });

  it("rule 14: do not send a pack that changed since the check, nor one that became so", async () => {
    const plan = await draft();
    const change = (currentVersion: string) => {
      const pack = backends.platform.state.packs.get(ids.legacy);
      const [component] = pack?.components ?? [];
      assert.ok(component);
      component.currentVersion = currentVersion;
    };
    const changing = (currentVersion: string) =>
      apply(plan, {
        onProgress: ({ application }) => {
          if (application.packs.some(({ stage }) => stage === "sending")) change(currentVersion);
        },
      });
    const outcome = await changing("");
    assert.deepEqual(outcomes(outcome), ["released", "released", "failed"]);
    assert.equal(outcome.packs[2]?.code, "Conflict");
    assert.match(outcome.packs[2].message ?? "", /changed while the release plan was applied/);
    change("a");
    assert.deepEqual(sent(), packIds.slice(0, 2));
    change("b");
    assert.deepEqual(outcomes(await apply(plan)), ["alreadySo", "alreadySo", "alreadySo"]);
  });

  it("rule 14: send nothing while somebody else claims one of the packs", async () => {
    const plan = await draft();
    const other = await backends.open();
    let reject: Promise<void> | undefined;
    await apply(plan, {
      onProgress: ({ application }) => {
        if (application.packs[0]?.stage !== "sending") return;
        reject ??= rejectsWith(
          other.plans
            .draft({ packIds: [ids.legacy], name: "Other" })
            .then((another) => apply(another, {}, other)),
          "Conflict",
          /under way/,
        );
      },
    });
    await reject;
    assert.ok(reject);
    assert.deepEqual(sent(), packIds);
  });

  it("are refused for the workspace's scheduler where the platform keeps a scheduled release", async () => {
    await backend.schedules.schedule({ packId: ids.legacy, date: "2026-06-20", timeZone: "UTC" });
    const { plan } = await draft({ date: "2026-06-21", scheduleWith: "workspace", timeZone: "UTC" });
    const { fits, packs } = await backend.plans.check(plan);
    assert.ok(!fits);
    assert.deepEqual(
      packs.map(({ state }) => state),
      ["ready", "ready", "refused"],
    );
    assert.match(packs[2]?.differences.join(" ") ?? "", /The platform runs the scheduled release/);
  });

  it("read packs and versions by pages", async () => {
    const before = backends.platform.log.length;
    await draft();
    const { length } = backends.platform.log;
    assert.equal(length - before, 2, "a page of packs and one of versions");
    await draft();
    assert.equal(backends.platform.log.length - length, 1, "the versions are cached");
  });

  it("are in the history of what the scheduler of the workspace releases", async () => {
    let now = backends.platform.conditions.now();
    const clocked = await backends.open({ scheduleWith: "workspace", clock: () => now });
    const plan = await clocked.plans.draft({
      packIds: [ids.legacy],
      date: "2026-06-20",
      timeZone: "UTC",
      name: "June",
    });
    assert.deepEqual(outcomes(await apply(plan, {}, clocked)), ["scheduled"]);
    now = new Date("2026-06-20T00:10:00Z");
    const queued = await clocked.schedules.queue.find(ids.legacy);
    assert.ok(queued);
    const release = await clocked.schedules.queue.release(queued, "inWindow");
    assert.deepEqual(release?.plan, { planHash: plan.planHash, name: "June" });
    assert.deepEqual((await clocked.history(ids.legacy))[0]?.plan, release.plan);
    await clocked.release({ packId: ids.legacy, versions: { [ids.invoice]: "a" } });
    assert.equal((await clocked.plans.check(plan.plan)).packs[0]?.state, "drift");
  });
});
