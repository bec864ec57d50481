import assert from "node:assert/strict";
import type { Backend } from "../../src/backend/backend.ts";
import type { PlanDraft, PlanFacet, PlanProgress } from "../../src/backend/facets/planFacet.ts";
import { planOutcome, type PlanOutcome } from "../../src/model/plan/application/planOutcome.ts";
import { hashPlan } from "../../src/backend/hashPlan.ts";
import type { ReleasePlan } from "../../src/model/plan/releasePlan.ts";
import type { PackRelease } from "../../src/model/release/release.ts";
import { otherHash } from "../support/fixtures/planHashes.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith, throwsWith } from "../support/rejectsWith.ts";
import { until } from "../support/time/until.ts";
import { plansRunner, type ContractPart } from "./harness.ts";
import { withVersion } from "./planChecksContract.ts";

const packIds = [ids.orderToCash, ids.neverReleased, ids.legacy];

const apply = (plans: PlanFacet, plan: ReleasePlan) => plans.apply(plan, { planHash: hashPlan(plan) });
const outcomes = ({ packs }: PlanOutcome) => packs.map(({ outcome }) => outcome);

async function historyOf(backend: Backend, ...ofPacks: readonly string[]): Promise<number[]> {
  const histories = await Promise.all(ofPacks.map((packId) => backend.history(packId)));
  return histories.map(({ length }) => length);
}

function assertConflict(error: unknown): void {
  throwsWith(() => {
    if (error instanceof Error) throw error;
  }, "Conflict");
}

export const planApplicationContract: ContractPart = (withBackend) => {
  const withPlans = plansRunner(withBackend);
  const withDraft = (
    test: (draft: PlanDraft & { plans: PlanFacet; backend: Backend }) => Promise<void>,
    ofPacks: readonly string[] = packIds,
  ) =>
    withPlans(async (backend, plans) => {
      const draft = await plans.draft({ packIds: ofPacks, name: "June release" });
      await test({ ...draft, plans, backend });
    });

  describe("release plans that are applied", () => {
    it("release each pack once, in order, and report each", () =>
      withDraft(async ({ plan, planHash, plans, backend }) => {
        const released: PackRelease[] = [];
        backend.onDidRelease((release) => released.push(release));
        const outcome = await plans.apply(plan, { planHash });
        assert.equal(outcome.formatVersion, 1);
        assert.equal(outcome.planHash, planHash);
        assert.deepEqual(
          outcome.packs.map(({ packId, name, outcome: ended }) => [packId, name, ended]),
          [
            [ids.orderToCash, "Order to Cash", "released"],
            [ids.neverReleased, "Never Released", "released"],
            [ids.legacy, "Legacy Billing", "released"],
          ],
        );
        await until("third event", () => released[2]);
        assert.deepEqual(
          released.map(({ packId, releaseId }) => [packId, releaseId]),
          outcome.packs.map(({ packId, releaseId }) => [packId, releaseId]),
        );
        for (const { packId, releaseId } of outcome.packs) {
          const [latest] = await backend.history(packId);
          assert.equal(latest?.releaseId, releaseId);
          assert.equal(latest?.trigger, "immediate");
          assert.deepEqual(latest.plan, { planHash, name: "June release" });
        }
        assert.deepEqual((await backend.getPack(ids.legacy)).components[0]?.currentVersion, "b");
      }));

    it("announce their outcome once, before it resolves, and nothing where they are rejected", () =>
      withDraft(async ({ plan, planHash, plans }) => {
        const announced: PlanOutcome[] = [];
        plans.onDidApply((outcome) => announced.push(outcome));
        await rejectsWith(plans.apply(plan, { planHash: otherHash }), "Conflict");
        assert.deepEqual(announced, []);
        const outcome = await plans.apply(plan, { planHash });
        assert.deepEqual(announced, [outcome]);
        const again = await plans.apply(plan, { planHash });
        assert.deepEqual(announced, [outcome, again]);
      }));

    it("release exactly the versions of the plan, not the preselected ones", () =>
      withDraft(
        async ({ plan, plans, backend }) => {
          const chosen = withVersion(plan, ids.createOrder, "1.0");
          assert.deepEqual(outcomes(await apply(plans, chosen)), ["released", "released"]);
          for (const packId of [ids.orderToCash, ids.neverReleased]) {
            const [latest] = await backend.history(packId);
            assert.equal(latest?.versions[ids.createOrder], "1.0");
            const { components } = await backend.getPack(packId);
            const created = components.find(({ componentId }) => componentId === ids.createOrder);
            assert.equal(created?.currentVersion, "1.0");
          }
          const { components } = await backend.getPack(ids.orderToCash);
          assert.ok(!components.some(({ componentId }) => componentId === ids.cancelOrder), "it left");
        },
        [ids.orderToCash, ids.neverReleased],
      ));

    it("do not release a component that was never released and is not in the plan", () =>
      withDraft(
        async ({ plan, plans, backend }) => {
          if (!backend.editing) return;
          await backend.editing.addComponents(ids.upToDate, [ids.invoice]);
          const chosen = withVersion(plan, ids.createOrder, "1.1");
          const [outcome] = outcomes(await apply(plans, chosen));
          // What the platform does with such a request is not documented: it may reject it.
          assert.ok(outcome === "released" || (outcome === "failed" && plans.target.backend === "platform"));
          if (outcome === "released") {
            const [latest] = await backend.history(ids.upToDate);
            assert.deepEqual(latest?.versions, { [ids.createOrder]: "1.1" });
          }
          const { components } = await backend.getPack(ids.upToDate);
          const added = components.find(({ componentId }) => componentId === ids.invoice);
          assert.equal(added?.currentVersion, "");
        },
        [ids.upToDate],
      ));

    it("rule 16: skip the packs that are already so, and release the others", () =>
      withDraft(async ({ plan, planHash, plans, backend }) => {
        const before = await historyOf(backend, ...packIds);
        await backend.release({ packId: ids.neverReleased });
        assert.deepEqual(outcomes(await plans.apply(plan, { planHash })), [
          "released",
          "alreadySo",
          "released",
        ]);
        assert.deepEqual(outcomes(await plans.apply(plan, { planHash })), [
          "alreadySo",
          "alreadySo",
          "alreadySo",
        ]);
        assert.deepEqual(
          await historyOf(backend, ...packIds),
          before.map((count) => count + 1),
        );
      }));

    it("rule 13: change nothing where one pack does not fit", () =>
      withDraft(async ({ plan, plans, backend }) => {
        const before = await backend.listPacks();
        const last = plan.packs.at(-1);
        assert.ok(last);
        for (const changed of [
          { ...last, packId: "no-pack" },
          { ...last, name: "Another" },
        ]) {
          const drifted = { ...plan, packs: [...plan.packs.slice(0, -1), changed] };
          await rejectsWith(apply(plans, drifted), "Conflict", /does not fit, so nothing was released/);
        }
        assert.deepEqual(await backend.listPacks(), before);
      }));

    it("rule 19: change nothing under another hash than that of the plan that was reviewed", () =>
      withDraft(async ({ plan, planHash, plans, backend }) => {
        const before = await backend.listPacks();
        const changed = withVersion(plan, ids.createOrder, "1.0");
        await rejectsWith(
          plans.apply(changed, { planHash }),
          "Conflict",
          /not the release plan that was reviewed/,
        );
        const other: ReleasePlan = {
          ...plan,
          target:
            plans.target.backend === "local"
              ? { ...plans.target, backend: "platform", baseUrl: "https://api.boomi.com", accountId: "acme" }
              : { backend: "local" },
        };
        await rejectsWith(apply(plans, other), "InvalidRequest", /Nothing was sent/);
        assert.deepEqual(await backend.listPacks(), before);
      }));

    it("rule 17: do not restore what a person rolled back, unless the plan is a new one", () =>
      withDraft(
        async ({ plan, planHash, plans, backend }) => {
          await plans.apply(plan, { planHash });
          await backend.release({ packId: ids.legacy, versions: { [ids.invoice]: "a" } });
          const { packs } = await plans.check(plan);
          assert.deepEqual(
            packs.map(({ state }) => state),
            ["alreadySo", "drift"],
          );
          await rejectsWith(
            plans.apply(plan, { planHash }),
            "Conflict",
            /taken back\. Draft a new plan, or give it another name/,
          );
          assert.equal((await backend.getPack(ids.legacy)).components[0]?.currentVersion, "a");
          const renamed = { ...plan, name: "Another" };
          assert.deepEqual(outcomes(await apply(plans, renamed)), ["alreadySo", "released"]);
        },
        [ids.neverReleased, ids.legacy],
      ));

    it("release a pack at most once if the plan is applied twice at the same time", () =>
      withDraft(async ({ plan, planHash, plans, backend }) => {
        const before = await historyOf(backend, ...packIds);
        const settled = await Promise.allSettled([
          plans.apply(plan, { planHash }),
          plans.apply(plan, { planHash }),
        ]);
        const ended = settled.flatMap((each) => (each.status === "fulfilled" ? [outcomes(each.value)] : []));
        assert.ok(ended.some((each) => each.every((outcome) => outcome === "released")));
        for (const each of settled) {
          if (each.status === "rejected") assertConflict(each.reason);
        }
        assert.deepEqual(
          await historyOf(backend, ...packIds),
          before.map((count) => count + 1),
        );
      }));

    it("release a pack at most once if two plans contain the same packs in another order", () =>
      withDraft(async ({ plan, plans, backend }) => {
        const before = await historyOf(backend, ...packIds);
        const other = withVersion(plan, ids.createOrder, "1.0");
        const reversed = { ...other, packs: other.packs.toReversed() };
        const settled = await Promise.allSettled([apply(plans, plan), apply(plans, reversed)]);
        assert.equal(settled.filter(({ status }) => status === "fulfilled").length, 1);
        for (const each of settled) {
          if (each.status === "rejected") assertConflict(each.reason);
        }
        assert.deepEqual(
          await historyOf(backend, ...packIds),
          before.map((count) => count + 1),
        );
      }));

    it("report how far each pack is, and stop where a person asks for it", () =>
      withDraft(async ({ plan, planHash, plans, backend }) => {
        const stopped = new AbortController();
        stopped.abort();
        const before = await backend.listPacks();
        const nothing = await plans.apply(plan, { planHash, stop: stopped.signal });
        assert.deepEqual(outcomes(nothing), ["notSent", "notSent", "notSent"]);
        assert.deepEqual(await backend.listPacks(), before);
        const reported: PlanProgress[] = [];
        const outcome = await plans.apply(plan, { planHash, onProgress: (each) => reported.push(each) });
        const last = reported.at(-1);
        assert.ok(last);
        assert.deepEqual(planOutcome(last.application), outcome);
      }));

    it("replace the scheduled release that the plan names", () =>
      withDraft(
        async ({ plan, planHash, plans, backend }) => {
          assert.deepEqual(outcomes(await plans.apply(plan, { planHash })), ["released"]);
          const { scheduled, components } = await backend.getPack(ids.scheduled);
          assert.equal(scheduled, undefined);
          assert.equal(components[0]?.currentVersion, "hotfix-7");
        },
        [ids.scheduled],
      ));
  });

  describe("release plans with a date that are applied", () => {
    const withDated = (
      test: (draft: PlanDraft & { plans: PlanFacet; backend: Backend }) => Promise<void>,
      ofPacks: readonly string[] = packIds,
    ) =>
      withPlans(async (backend, plans) => {
        const zone = plans.scheduleWith === "platform" ? {} : { timeZone: "Europe/Berlin" };
        const draft = await plans.draft({ packIds: ofPacks, name: "June", date: "2026-06-20", ...zone });
        await test({ ...draft, plans, backend });
      });

    it("schedule each pack with exactly the versions of the plan, and release nothing", () =>
      withDated(async ({ plan, planHash, plans, backend }) => {
        const before = await historyOf(backend, ...packIds);
        const chosen = withVersion(plan, ids.createOrder, "1.0");
        assert.deepEqual(outcomes(await apply(plans, chosen)), ["scheduled", "scheduled", "scheduled"]);
        for (const { packId, components } of chosen.packs) {
          const { scheduled } = await backend.getPack(packId);
          assert.equal(scheduled?.date, "2026-06-20");
          if (plan.timeZone !== undefined) assert.equal(scheduled.timeZone, plan.timeZone);
          assert.deepEqual(
            scheduled.versions,
            Object.fromEntries(
              components.flatMap(({ componentId, to }) => (to === null ? [] : [[componentId, to]])),
            ),
          );
          assert.equal(scheduled.plan?.name, "June");
          assert.notEqual(scheduled.plan.planHash, planHash);
        }
        assert.deepEqual(await historyOf(backend, ...packIds), before);
      }));

    it("rule 16: skip the packs that are scheduled already", () =>
      withDated(async ({ plan, planHash, plans }) => {
        await plans.apply(plan, { planHash });
        assert.deepEqual(outcomes(await plans.apply(plan, { planHash })), [
          "alreadySo",
          "alreadySo",
          "alreadySo",
        ]);
      }));

    it("rule 17: do not schedule again what a person cancelled, unless the plan is a new one", () =>
      withDated(async ({ plan, planHash, plans, backend }) => {
        await plans.apply(plan, { planHash });
        if (!backend.schedules || backend.schedules.cancelUnsupported !== undefined) return;
        await backend.schedules.cancel(ids.neverReleased);
        await rejectsWith(
          plans.apply(plan, { planHash }),
          "Conflict",
          /"Never Released": It was scheduled under this plan, and is no longer/,
        );
        const renamed = { ...plan, name: "Another" };
        assert.deepEqual(outcomes(await apply(plans, renamed)), ["alreadySo", "scheduled", "alreadySo"]);
      }));

    it("change the scheduled release that the plan replaces", () =>
      withDated(
        async ({ plan, planHash, plans, backend }) => {
          assert.equal(plan.packs[0]?.replaces?.date, "2096-12-01");
          assert.deepEqual(outcomes(await plans.apply(plan, { planHash })), ["scheduled"]);
          assert.equal((await backend.getPack(ids.scheduled)).scheduled?.date, "2026-06-20");
        },
        [ids.scheduled],
      ));
  });
};
