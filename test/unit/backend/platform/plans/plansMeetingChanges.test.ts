import assert from "node:assert/strict";
import { mock } from "node:test";
import type { ApplyRequest, PlanDraft, PlanProgress } from "../../../../../src/backend/facets/planFacet.ts";
import { PlanReader } from "../../../../../src/backend/platform/plans/planReader.ts";
import { PlanSender } from "../../../../../src/backend/platform/plans/planSender.ts";
import { PlatformPlans } from "../../../../../src/backend/platform/plans/platformPlans.ts";
import type { PlatformBackend } from "../../../../../src/backend/platform/platformBackend.ts";
import type { PlanOutcome } from "../../../../../src/model/plan/application/planOutcome.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { on } from "../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../support/platform/platformBackends.ts";
import { openSlowWindow, type SlowWindow } from "../../../../support/platform/slowWindow.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const packIds = [ids.orderToCash, ids.neverReleased, ids.legacy];
const sending = on("ReleaseIntegrationPack");

/** A sender with a fault of this program. */
class FaultySender extends PlanSender {
  override prepare(): Promise<never> {
    return Promise.reject(new TypeError("A fault of this program."));
  }
}

describe("release plans on the platform, when something changes while they are applied,", () => {
  let backends: PlatformBackends;
  let backend: PlatformBackend;
  let window: SlowWindow;

  beforeEach(async () => {
    const content = store();
    const packs = content.packs.map(({ scheduled: _, ...pack }) => pack);
    backends = await PlatformBackends.start({ ...content, packs });
    backend = await backends.open();
    window = await openSlowWindow(backends);
  });
  afterEach(async () => {
    window.dispose();
    await backends.dispose();
  });

  const apply = ({ plan, planHash }: PlanDraft, request: Partial<ApplyRequest> = {}) =>
    backend.plans.apply(plan, { planHash, ...request });
  const outcomes = ({ packs }: PlanOutcome) => packs.map(({ outcome }) => outcome);
  /** Changes the world once, while the first pack is sent. */
  const whileSending = (change: () => void) => {
    let isChanged = false;
    backends.platform.faults.plan(
      (request) => {
        if (sending(request) && !isChanged) {
          isChanged = true;
          change();
        }
        return false;
      },
      { kind: "silent" },
    );
  };
  const setVersion = (packId: string, version: string) => {
    const [component] = backends.platform.state.packs.get(packId)?.components ?? [];
    assert.ok(component);
    component.currentVersion = version;
  };

  it("fail at a pack that is gone, and send none after it", async () => {
    const plan = await backend.plans.draft({ packIds });
    whileSending(() => void backends.platform.state.packs.delete(ids.neverReleased));
    const outcome = await apply(plan);
    assert.deepEqual(outcomes(outcome), ["released", "failed", "notSent"]);
    assert.equal(outcome.packs[1]?.code, "NotFound");
  });

  it("go on after a pack that became so", async () => {
    const plan = await backend.plans.draft({ packIds: [ids.orderToCash, ids.legacy, ids.neverReleased] });
    whileSending(() => setVersion(ids.legacy, "b"));
    assert.deepEqual(outcomes(await apply(plan)), ["released", "alreadySo", "released"]);
    assert.equal(backends.platform.log.filter(sending).length, 2);
  });

  it("do not send the pack that is being read when a person asks to stop", async () => {
    const plan = await backend.plans.draft({ packIds });
    const stop = new AbortController();
    backends.platform.faults.plan(
      ({ object, id }) => {
        const isSent = backends.platform.log.some(sending);
        if (object === "PublisherIntegrationPack" && id === ids.neverReleased && isSent) stop.abort();
        return false;
      },
      { kind: "silent" },
    );
    assert.deepEqual(outcomes(await apply(plan, { stop: stop.signal })), ["released", "notSent", "notSent"]);
    assert.ok(stop.signal.aborted);
  });

  it("send nothing where a person asked to stop before", async () => {
    const plan = await backend.plans.draft({ packIds });
    assert.deepEqual(
      outcomes(await apply(plan, { stop: AbortSignal.abort() })),
      packIds.map(() => "notSent"),
    );
    assert.equal(backends.platform.log.filter(sending).length, 0);
  });

  it("report each step of the pack that is sent, and what has no step without one", async () => {
    const reports: PlanProgress[] = [];
    await apply(await backend.plans.draft({ packIds: [ids.legacy] }), {
      onProgress: (progress) => void reports.push(progress),
    });
    assert.match(reports.find((report) => "step" in report)?.step ?? "", /Sending the release/);
    for (const report of reports) assert.ok(!("step" in report) || report.step !== undefined);
    const last = reports.at(-1);
    assert.ok(last && !("step" in last));
    assert.equal(last.application.packs[0]?.stage, "released");
  });

  /** The plans of the slow window, with the sender of that kind. */
  const plansWith = (Sender: typeof PlanSender) => {
    const { parts } = window;
    const { target, scheduleWith } = backend.plans;
    assert.ok(scheduleWith);
    const clock = () => backends.platform.conditions.now();
    const { user } = backends.platform.connection;
    const shared = { ...parts, packs: parts.scheduledPacks, clock };
    const reader = new PlanReader(shared);
    const sender = new Sender({ ...shared, reader, user });
    return new PlatformPlans({ ...shared, identity: { target, scheduleWith }, reader, sender });
  };

  it("reject with a fault of this program, which is no outcome of a pack", async () => {
    const { plan, planHash } = await backend.plans.draft({ packIds });
    await assert.rejects(plansWith(FaultySender).apply(plan, { planHash }), /A fault of this program/);
    const outcome = await backend.plans.apply(plan, { planHash });
    assert.deepEqual(outcomes(outcome), ["released", "released", "released"], "no claim is left");
  });

  it("claim nothing where nothing is to be sent", async () => {
    const { plan, planHash } = await backend.plans.draft({ packIds });
    await backend.plans.apply(plan, { planHash });
    const claim = mock.method(window.records, "claim");
    const outcome = await plansWith(PlanSender).apply(plan, { planHash });
    assert.deepEqual(outcomes(outcome), ["alreadySo", "alreadySo", "alreadySo"]);
    assert.equal(claim.mock.callCount(), 0);
  });

  it("rule 17: are drift once what they released or scheduled was taken back, which is looked up first", async () => {
    for (const when of [{}, { date: "2026-06-12" }]) {
      const draft = await backend.plans.draft({ packIds: [ids.legacy], ...when });
      backends.platform.conditions.looksUntilDone = 1_000_000;
      const outcome = outcomes(await apply(draft));
      assert.deepEqual(outcome, ["date" in when ? "scheduled" : "unknown"]);
      backends.platform.conditions.looksUntilDone = 0;
      for (const request of backends.platform.state.releaseRequests.values()) request.looksUntilDone = 0;
      backends.platform.conditions.now = () => new Date("2026-06-12T12:00:00Z");
      await (await backends.open({ records: { file: `${backends.folder}/other.db` } })).listPacks();
      setVersion(ids.legacy, "a");
      backend.refresh();
      const { packs } = await backend.plans.check(draft.plan);
      assert.equal(packs[0]?.state, "drift", JSON.stringify(when));
      backends.platform.conditions.now = () => new Date("2026-06-10T12:00:00Z");
    }
  });

  it("are checked against a pack whose earlier request is looked up first", async () => {
    const { schedules } = window.parts;
    backends.platform.conditions.looksUntilDone = 1_000_000;
    backends.platform.faults.plan(sending, { kind: "cutAfter" });
    await rejectsWith(backend.release({ packId: ids.legacy }), "OutcomeUnknown");
    for (const request of backends.platform.state.releaseRequests.values()) request.looksUntilDone = 0;
    const versions = { [ids.invoice]: "a" };
    await schedules.schedule({ packId: ids.legacy, versions, date: "2026-06-20", timeZone: "UTC" });
    assert.equal((await backend.history(ids.legacy)).length, 1);
  });
});
