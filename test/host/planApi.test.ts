import assert from "node:assert/strict";
import type { IntegrationPacksApi } from "../../src/api/integrationPacksApi.ts";
import type { ApiPlanOutcome } from "../../src/api/planApi.ts";
import { ids, store } from "../support/fixtures/store.ts";
import { activateExtension, rejectsWithCode } from "./support/runCommand.ts";
import { importStore } from "./support/windowStore.ts";

describe("release plans in the exported API of the extension", () => {
  let api: IntegrationPacksApi;

  before(async () => {
    api = await activateExtension();
  });
  beforeEach(() => importStore(store()));

  it("are drafted, checked, applied once, announced, and named in the history", async () => {
    const announced: ApiPlanOutcome[] = [];
    const subscription = api.onDidApplyPlan((outcome) => announced.push(outcome));
    const plan = await api.draftPlan({ packIds: [ids.orderToCash, ids.neverReleased] });
    const { fits, planHash } = await api.checkPlan(plan);
    assert.equal(fits, true);
    const outcome = await api.applyPlan(plan, planHash);
    subscription.dispose();
    assert.deepEqual(announced, [outcome]);
    assert.deepEqual(
      outcome.packs.map(({ outcome: ended }) => ended),
      ["released", "released"],
    );
    assert.deepEqual((await api.history(ids.neverReleased))[0]?.plan, { planHash, name: plan.name });
  });

  it("are rejected before anything begins if they drifted, or are for another account", async () => {
    const plan = await api.draftPlan({ packIds: [ids.orderToCash] });
    const { planHash } = await api.checkPlan(plan);
    await api.release({ packId: ids.orderToCash, versions: { [ids.createOrder]: "1.0" } });
    assert.equal((await api.checkPlan(plan)).fits, false);
    await rejectsWithCode(api.applyPlan(plan, planHash), "Conflict", /Create Order/);
    const target = { backend: "platform", baseUrl: "https://evil.example", accountId: "acme" } as const;
    await rejectsWithCode(api.checkPlan({ ...plan, target }), "InvalidRequest", /the local store is open/);
    assert.equal((await api.history(ids.orderToCash)).length, 3);
  });
});
