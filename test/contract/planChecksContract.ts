import assert from "node:assert/strict";
import type { Backend } from "../../src/backend/backend.ts";
import type { PlanFacet } from "../../src/backend/facets/planFacet.ts";
import type { PackCheck } from "../../src/model/plan/check/planCheck.ts";
import type { PlannedPack, ReleasePlan } from "../../src/model/plan/releasePlan.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { plansRunner, type ContractPart } from "./harness.ts";

/** The plan with another first pack. */
export function withFirstPack(plan: ReleasePlan, change: (pack: PlannedPack) => PlannedPack): ReleasePlan {
  return { ...plan, packs: plan.packs.map((pack, at) => (at === 0 ? change(pack) : pack)) };
}

/** The plan with another version of the component in every pack. */
export function withVersion(plan: ReleasePlan, componentId: string, to: string): ReleasePlan {
  return {
    ...plan,
    packs: plan.packs.map((pack) => ({
      ...pack,
      components: pack.components.map((component) => {
        if (component.componentId !== componentId) return component;
        const { packageId: _, ...rest } = component;
        return { ...rest, to };
      }),
    })),
  };
}

async function firstCheck(plans: PlanFacet, plan: ReleasePlan): Promise<PackCheck> {
  const { packs } = await plans.check(plan);
  assert.ok(packs[0]);
  return packs[0];
}

async function assertFirst(
  plans: PlanFacet,
  plan: ReleasePlan,
  state: PackCheck["state"],
  ...differences: readonly RegExp[]
): Promise<void> {
  const checked = await firstCheck(plans, plan);
  assert.equal(checked.state, state, checked.differences.join(" "));
  for (const difference of differences) assert.match(checked.differences.join(" "), difference);
}

export const planChecksContract: ContractPart = (withBackend) => {
  const withPlans = plansRunner(withBackend);
  const withDraft = (
    test: (draft: { plan: ReleasePlan; plans: PlanFacet; backend: Backend }) => Promise<void>,
    packIds: readonly string[] = [ids.orderToCash, ids.neverReleased],
  ) =>
    withPlans(async (backend, plans) => {
      const { plan } = await plans.draft({ packIds });
      await test({ plan, plans, backend });
    });

  describe("checks of release plans", () => {
    it("report what the plan would do to each pack, and change nothing", () =>
      withDraft(async ({ plan, plans, backend }) => {
        const before = await backend.listPacks();
        const { fits, packs } = await plans.check(plan);
        assert.ok(fits);
        assert.deepEqual(
          packs.map(({ packId, name, state, changes, differences }) => [
            packId,
            name,
            state,
            changes.map(({ name: component, kind, from, to }) => [component, kind, from, to]),
            differences,
          ]),
          [
            [
              ids.orderToCash,
              "Order to Cash",
              "ready",
              [
                ["Cancel Order", "removed", "1.0", null],
                ["Create Order", "upgrade", "1.1", "hotfix-7"],
                ["Order API", "new", "", "9"],
              ],
              [],
            ],
            [
              ids.neverReleased,
              "Never Released",
              "ready",
              [
                ["Cancel Order", "new", "", "1.0"],
                ["Create Order", "new", "", "hotfix-7"],
              ],
              [],
            ],
          ],
        );
        assert.deepEqual(
          packs.map(({ accounts }) => accounts),
          [2, 0],
        );
        assert.deepEqual(await backend.listPacks(), before);
      }));

    it("find an older version to be a roll-back, and a version that is already current unchanged", () =>
      withDraft(
        async ({ plan, plans }) => {
          const kinds = (await firstCheck(plans, withVersion(plan, ids.createOrder, "1.0"))).changes;
          assert.deepEqual(
            kinds.map(({ kind }) => kind),
            ["rollBack"],
          );
          assert.equal((await firstCheck(plans, plan)).changes[0]?.kind, "unchanged");
          await assertFirst(plans, plan, "alreadySo");
        },
        [ids.upToDate],
      ));

    it("rule 18: are rejected for a plan for another backend, address or account", () =>
      withDraft(async ({ plan, plans }) => {
        const elsewhere: ReleasePlan["target"][] =
          plans.target.backend === "local"
            ? [{ backend: "platform", baseUrl: "https://api.boomi.com", accountId: "acme" }]
            : [
                { backend: "local" },
                { ...plans.target, accountId: "another" },
                { ...plans.target, baseUrl: "https://elsewhere.example" },
              ];
        for (const target of elsewhere) {
          await rejectsWith(plans.check({ ...plan, target }), "InvalidRequest", /Nothing was sent/);
        }
      }));

    it("find a pack that does not exist or has another name", () =>
      withDraft(async ({ plan, plans }) => {
        const other = (change: Partial<PlannedPack>) =>
          withFirstPack(plan, (pack) => ({ ...pack, ...change }));
        await assertFirst(plans, other({ packId: "no-pack" }), "refused", /no-pack/);
        await assertFirst(
          plans,
          other({ name: "Cash to Order" }),
          "drift",
          /"Order to Cash", not "Cash to Order"/,
        );
        assert.equal((await plans.check(other({ packId: "no-pack" }))).fits, false);
      }));

    it("find another current version, and components that are gone or were marked Deleted differently", () =>
      withDraft(async ({ plan, plans, backend }) => {
        const changed = withFirstPack(plan, (pack) => ({
          ...pack,
          components: pack.components.map((each) =>
            each.componentId === ids.createOrder ? { ...each, from: "1.0" } : each,
          ),
        }));
        await assertFirst(plans, changed, "drift", /current version of "Create Order" is 1\.1, not 1\.0/);
        if (!backend.editing) return;
        await backend.editing.undeleteComponent(ids.orderToCash, ids.cancelOrder);
        await assertFirst(plans, plan, "drift", /Cancel Order/);
      }));

    it("find versions that do not exist, were deleted, may not be shared, or are other packaged versions", () =>
      withDraft(
        async ({ plan, plans }) => {
          const to = (version: string) => withVersion(plan, ids.createOrder, version);
          await assertFirst(plans, to("77"), "drift", /no version 77/);
          await assertFirst(plans, to("2.0-deleted"), "drift", /2\.0-deleted.* was deleted/);
          await assertFirst(plans, to("2.0-private"), "drift", /2\.0-private.* may not be shared/);
          const other = withFirstPack(plan, (pack) => ({
            ...pack,
            components: pack.components.map((each) => ({ ...each, packageId: "k-other" })),
          }));
          await assertFirst(plans, other, "drift", /another packaged version/);
        },
        [ids.scheduled],
      ));

    it("find a scheduled release that the plan does not replace, and one that it replaces and that is gone", () =>
      withDraft(
        async ({ plan, plans }) => {
          await assertFirst(plans, plan, "ready");
          const unaware = withFirstPack(plan, ({ replaces: _, ...pack }) => pack);
          await assertFirst(plans, unaware, "drift", /scheduled for 2096-12-01/);
          const { plan: other } = await plans.draft({ packIds: [ids.orderToCash] });
          const replacing = withFirstPack(other, (pack) => ({ ...pack, replaces: { date: "2096-12-01" } }));
          await assertFirst(plans, replacing, "drift", /none is scheduled/);
        },
        [ids.scheduled],
      ));

    it("refuse a date that has passed and a pack without components", () =>
      withDraft(async ({ plan, plans }) => {
        const target =
          plan.target.backend === "platform"
            ? { ...plan.target, scheduleWith: "workspace" as const }
            : plan.target;
        const dated = { ...plan, target, date: "2026-06-10", timeZone: "UTC" };
        await assertFirst(plans, dated, "refused", /not after today/);
        await assertFirst(plans, { ...dated, date: "2026-06-11" }, "ready");
        const empty = withFirstPack(plan, () => ({ packId: ids.empty, name: "Empty", components: [] }));
        await assertFirst(plans, empty, "refused", /Add a/);
      }));
  });
};
