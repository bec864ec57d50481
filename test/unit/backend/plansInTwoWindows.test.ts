import assert from "node:assert/strict";
import type { Backend } from "../../../src/backend/backend.ts";
import { hashPlan } from "../../../src/backend/hashPlan.ts";
import type { ReleasePlan } from "../../../src/model/plan/releasePlan.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { PlatformBackends } from "../../support/platform/platformBackends.ts";
import { throwsWith } from "../../support/rejectsWith.ts";
import { LocalStores } from "../../support/store/localStores.ts";

const packIds = [ids.orderToCash, ids.neverReleased, ids.legacy];

/** Two windows, each with a backend of its own on one store or one platform, and their end. */
interface Windows {
  readonly backends: readonly [Backend, Backend];
  readonly end: () => void | Promise<void>;
}

const kinds: Readonly<Record<string, () => Promise<Windows>>> = {
  "on one local store": async () => {
    const stores = new LocalStores();
    const backends = [await stores.openWith(store()), await stores.open()] as const;
    return { backends, end: () => stores.dispose() };
  },
  "on the platform": async () => {
    const platform = await PlatformBackends.start(store());
    return { backends: [await platform.open(), await platform.open()], end: () => platform.dispose() };
  },
};

for (const [name, open] of Object.entries(kinds)) {
  describe(`release plans that are applied in two windows at the same time, ${name}`, () => {
    let windows: Windows;
    beforeEach(async () => (windows = await open()));
    afterEach(() => windows.end());

    /** Applies a plan in each window, and asserts that each pack was released once, and that a rejection is a conflict. */
    async function applyBoth(plans: readonly [ReleasePlan, ReleasePlan]): Promise<number> {
      const { backends } = windows;
      const lengths = async () =>
        Promise.all(packIds.map(async (packId) => (await backends[0].history(packId)).length));
      const before = await lengths();
      const settled = await Promise.allSettled(
        backends.map(async (backend, at) => {
          const plan = plans[at] ?? assert.fail();
          return backend.plans.apply(plan, { planHash: hashPlan(plan) });
        }),
      );
      for (const each of settled) {
        if (each.status !== "rejected") continue;
        throwsWith(() => {
          throw each.reason;
        }, "Conflict");
      }
      assert.deepEqual(
        await lengths(),
        before.map((length) => length + 1),
      );
      return settled.filter(({ status }) => status === "fulfilled").length;
    }

    const draft = async () => (await windows.backends[0].plans.draft({ packIds, name: "June" })).plan;

    it("release each pack once where both are the same plan", async () => {
      const plan = await draft();
      assert.ok((await applyBoth([plan, plan])) >= 1);
    });

    it("release each pack once where they contain the same packs in another order", async () => {
      const plan = await draft();
      const other = { ...plan, name: "July", packs: plan.packs.toReversed() };
      assert.ok((await applyBoth([plan, other])) >= 1);
      const hashes = await Promise.all(
        packIds.map(async (packId) => (await windows.backends[1].history(packId))[0]?.plan?.planHash),
      );
      assert.equal(new Set(hashes).size, 1, "the packs were released under both plans");
    });
  });
}
