import assert from "node:assert/strict";
import { parsePlan } from "../../src/model/plan/file/parsePlan.ts";
import { formatPlan } from "../../src/model/plan/file/formatPlan.ts";
import { branched, branchedStore } from "../support/fixtures/branchedStore.ts";
import { ids, now } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { plansRunner, type ContractPart } from "./harness.ts";

export const planDraftsContract: ContractPart = (withBackend) => {
  const withPlans = plansRunner(withBackend);

  describe("drafts of release plans", () => {
    it("contain every component of the packs, in the order of the request, with its preselected version", () =>
      withPlans(async (_, plans) => {
        const { plan, planHash, adopted } = await plans.draft({
          packIds: [ids.orderToCash, ids.neverReleased],
          name: "June",
          notes: "Why",
        });
        assert.deepEqual(
          plan.packs.map(({ packId, name, components }) => [packId, name, components]),
          [
            [
              ids.orderToCash,
              "Order to Cash",
              [
                { componentId: ids.cancelOrder, name: "Cancel Order", from: "1.0", to: null },
                {
                  componentId: ids.createOrder,
                  name: "Create Order",
                  from: "1.1",
                  to: "hotfix-7",
                  packageId: "k-create-hotfix",
                },
                { componentId: ids.orderApi, name: "Order API", from: "", to: "9", packageId: "k-api-9" },
              ],
            ],
            [
              ids.neverReleased,
              "Never Released",
              [
                {
                  componentId: ids.cancelOrder,
                  name: "Cancel Order",
                  from: "",
                  to: "1.0",
                  packageId: "k-cancel-1.0",
                },
                {
                  componentId: ids.createOrder,
                  name: "Create Order",
                  from: "",
                  to: "hotfix-7",
                  packageId: "k-create-hotfix",
                },
              ],
            ],
          ],
        );
        assert.deepEqual(
          [plan.name, plan.notes, plan.date, plan.timeZone],
          ["June", "Why", undefined, undefined],
        );
        assert.deepEqual(plan.target, plans.target);
        assert.deepEqual(adopted, []);
        assert.equal((await plans.check(parsePlan(formatPlan(plan)))).planHash, planHash);
      }));

    it("contain all packs that can be released, by name, where none is named", () =>
      withPlans(async (_, plans) => {
        const { plan } = await plans.draft({ packIds: "all" });
        assert.deepEqual(
          plan.packs.map(({ packId }) => packId),
          [ids.legacy, ids.neverReleased, ids.orderToCash, ids.scheduled],
        );
        assert.equal(plan.packs.at(-1)?.replaces?.date, "2096-12-01");
      }));

    it("follow the release branch (rule 5)", () =>
      withPlans(async (_, plans) => {
        const versions = async (releaseBranch?: string) => {
          const request = {
            packIds: [branched.packId],
            ...(releaseBranch !== undefined && { releaseBranch }),
          };
          const [pack] = (await plans.draft(request)).plan.packs;
          return pack?.components.find(({ componentId }) => componentId === branched.hotfixed)?.to;
        };
        assert.equal(await versions(), "1.1");
        assert.equal(await versions("hotfix"), "hotfix-7");
        assert.equal(await versions(""), "hotfix-7");
      }, branchedStore()));

    it("take the versions that another pack has released, and name the components that it lacks", () =>
      withPlans(async (_, plans) => {
        const { plan, adopted } = await plans.draft({
          packIds: [ids.upToDate, ids.neverReleased],
          versionsFrom: ids.orderToCash,
        });
        assert.deepEqual(
          plan.packs.map(({ components }) => components.map(({ name, from, to }) => [name, from, to])),
          [
            [["Create Order", "hotfix-7", "1.1"]],
            [
              ["Cancel Order", "", "1.0"],
              ["Create Order", "", "1.1"],
            ],
          ],
        );
        assert.deepEqual(adopted, [
          { packId: ids.upToDate, unchanged: [], absent: [ids.cancelOrder] },
          { packId: ids.neverReleased, unchanged: [], absent: [] },
        ]);
        const { adopted: other } = await plans.draft({ packIds: [ids.legacy], versionsFrom: ids.upToDate });
        assert.deepEqual(other, [
          {
            packId: ids.legacy,
            unchanged: [{ componentId: ids.invoice, name: "Send Invoice" }],
            absent: [ids.createOrder],
          },
        ]);
      }));

    it("rule 17: have a name and so a hash of their own where nobody names them", () =>
      withPlans(async (_, plans) => {
        const { plan } = await plans.draft({ packIds: [ids.orderToCash] });
        assert.equal(plan.name, "Release of 2026-06-10 at 12:00:00 UTC");
        assert.ok(plan.name.includes(now.toISOString().slice(0, 10)));
      }));

    it("have the zone of the scheduler where a date has none, and no past date", () =>
      withPlans(async (_, plans) => {
        const packIds = [ids.orderToCash];
        const own = { scheduleWith: plans.scheduleWith ? ("workspace" as const) : undefined };
        const dated = (date: string, timeZone?: string) =>
          plans.draft({
            packIds,
            date,
            defaultTimeZone: "Pacific/Kiritimati",
            ...(timeZone !== undefined && { timeZone }),
            ...(own.scheduleWith && { scheduleWith: own.scheduleWith }),
          });
        const { plan } = await dated("2026-06-20");
        assert.deepEqual([plan.date, plan.timeZone], ["2026-06-20", "Pacific/Kiritimati"]);
        assert.equal((await dated("2026-06-11", "UTC")).plan.timeZone, "UTC");
        // At noon of the 10th in UTC, it is already the 11th on Kiritimati.
        await rejectsWith(dated("2026-06-11"), "InvalidRequest", /not after today/);
        await rejectsWith(dated("2026-02-30"), "InvalidRequest", /^Enter a date as YYYY-MM-DD\.$/);
        await rejectsWith(dated("2026-06-20", "Mars/Olympus"), "InvalidRequest", /Mars\/Olympus/);
      }));

    it("are rejected for unknown packs, packs that are named twice, and packs that cannot be released", () =>
      withPlans(async (_, plans) => {
        await rejectsWith(plans.draft({ packIds: ["no-pack"] }), "NotFound", /no-pack/);
        await rejectsWith(
          plans.draft({ packIds: [ids.orderToCash], versionsFrom: "no-pack" }),
          "NotFound",
          /no-pack/,
        );
        await rejectsWith(
          plans.draft({ packIds: [ids.orderToCash, ids.orderToCash] }),
          "InvalidRequest",
          /packs\[1\]/,
        );
        await rejectsWith(plans.draft({ packIds: [] }), "InvalidRequest", /at least one pack/);
        await rejectsWith(plans.draft({ packIds: [ids.empty] }), "InvalidRequest", /Add a/);
      }));

    it("change nothing", () =>
      withPlans(async (backend, plans) => {
        const before = await backend.listPacks();
        await plans.draft({ packIds: "all" });
        assert.deepEqual(await backend.listPacks(), before);
      }));
  });
};
