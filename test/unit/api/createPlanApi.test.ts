import assert from "node:assert/strict";
import type { IntegrationPacksApi } from "../../../src/api/integrationPacksApi.ts";
import type { ApiPlanOutcome, ApiReleasePlan } from "../../../src/api/planApi.ts";
import { planHash } from "../../../src/model/plan/file/planHash.ts";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import { callUnchecked } from "../../support/callUnchecked.ts";
import { otherHash } from "../../support/fixtures/planHashes.ts";
import { releasePlan } from "../../support/fixtures/releasePlan.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { apiOn } from "../../support/store/apiOn.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { rejectsWith, throwsWith } from "../../support/rejectsWith.ts";

const packIds = [ids.orderToCash, ids.neverReleased];

describe("release plans in the exported API", () => {
  let stores: LocalStores;
  let active: ActiveBackend;
  let api: IntegrationPacksApi;
  let timeZone: () => string;

  beforeEach(async () => {
    stores = new LocalStores();
    (await stores.openWith(store())).dispose();
    active = new ActiveBackend(() => stores.open());
    timeZone = () => "UTC";
    api = apiOn(active, () => timeZone());
  });
  afterEach(() => {
    active.dispose();
    stores.dispose();
  });

  const releases = async () =>
    (await Promise.all(packIds.map((packId) => api.history(packId)))).map(({ length }) => length);

  it("are drafted, checked and applied, and the history names the plan", async () => {
    const plan = await api.draftPlan({ packIds });
    assert.deepEqual(plan.target, { backend: "local" });
    assert.deepEqual(
      plan.packs.map(({ packId, components }) => [packId, components.map(({ to }) => to)]),
      [
        [ids.orderToCash, [null, "hotfix-7", "9"]],
        [ids.neverReleased, ["1.0", "hotfix-7"]],
      ],
    );
    const check = await api.checkPlan(plan);
    assert.equal(check.fits, true);
    assert.deepEqual(
      check.packs.map(({ name, state }) => [name, state]),
      [
        ["Order to Cash", "ready"],
        ["Never Released", "ready"],
      ],
    );
    assert.deepEqual(await releases(), [2, 0]);

    const outcome = await api.applyPlan(plan, check.planHash);
    assert.equal(outcome.planHash, check.planHash);
    assert.deepEqual(
      outcome.packs.map(({ name, outcome: ended }) => [name, ended]),
      [
        ["Order to Cash", "released"],
        ["Never Released", "released"],
      ],
    );
    assert.deepEqual(await releases(), [3, 1]);
    const [latest] = await api.history(ids.orderToCash);
    assert.equal(latest?.releaseId, outcome.packs[0]?.releaseId);
    assert.deepEqual(latest?.plan, { planHash: check.planHash, name: plan.name });
    assert.deepEqual(
      (await api.applyPlan(plan, check.planHash)).packs.map(({ outcome: ended }) => ended),
      ["alreadySo", "alreadySo"],
    );
  });

  it("are announced before `applyPlan` resolves", async () => {
    const announced: ApiPlanOutcome[] = [];
    const subscription = api.onDidApplyPlan((outcome) => announced.push(outcome));
    const plan = await api.draftPlan({ packIds });
    const { planHash: hash } = await api.checkPlan(plan);
    const outcome = await api.applyPlan(plan, hash);
    assert.deepEqual(announced, [outcome]);
    subscription.dispose();
    await api.applyPlan(plan, hash);
    assert.equal(announced.length, 1);
  });

  it("take the versions that another pack has released", async () => {
    const { packs } = await api.draftPlan({ packIds: [ids.scheduled], versionsFrom: ids.orderToCash });
    assert.deepEqual(
      packs[0]?.components.map(({ to }) => to),
      ["1.1"],
    );
  });

  it("take the scheduler's zone for a date without one, and ask for it only then", async () => {
    timeZone = () => "Pacific/Kiritimati";
    const plan = await api.draftPlan({ packIds, date: "2026-06-12" });
    assert.equal(plan.timeZone, "Pacific/Kiritimati");
    timeZone = () => assert.fail("The zone is not needed.");
    await api.draftPlan({ packIds });
    await api.draftPlan({ packIds, date: "2026-06-12", timeZone: "UTC" });
    const check = await api.checkPlan(plan);
    assert.deepEqual(
      (await api.applyPlan(plan, check.planHash)).packs.map(({ outcome }) => outcome),
      ["scheduled", "scheduled"],
    );
    assert.equal((await api.getPack(ids.neverReleased)).scheduled?.date, "2026-06-12");
  });

  it("that do not fit are reported by a check, and rejected when they are applied, with nothing released", async () => {
    const plan = await api.draftPlan({ packIds });
    const { planHash: hash } = await api.checkPlan(plan);
    await rejectsWith(api.applyPlan(plan, otherHash), "Conflict", /hash/);
    await api.release({ packId: ids.orderToCash, versions: { [ids.createOrder]: "1.0" } });
    const check = await api.checkPlan(plan);
    assert.equal(check.fits, false);
    assert.equal(check.packs[0]?.state, "drift");
    assert.match(check.packs[0].differences.join(" "), /Create Order/);
    await rejectsWith(api.applyPlan(plan, hash), "Conflict", /Create Order/);
    assert.deepEqual(await releases(), [3, 0]);
  });

  it("for another account are rejected: a plan never chooses where anything is sent", async () => {
    const plan = releasePlan();
    await rejectsWith(api.checkPlan(plan), "InvalidRequest", /acme-1AB2C3/);
    await rejectsWith(api.applyPlan(plan, hashOf(plan)), "InvalidRequest", /acme-1AB2C3/);
  });

  it("with wrong packs or dates are rejected", async () => {
    await rejectsWith(api.draftPlan({ packIds: ["no-pack"] }), "NotFound", /no-pack/);
    await rejectsWith(api.draftPlan({ packIds: [] }), "InvalidRequest", /packs/);
    await rejectsWith(api.draftPlan({ packIds: [ids.orderToCash, ids.orderToCash] }), "InvalidRequest");
    await rejectsWith(api.draftPlan({ packIds, date: "2026-06-10" }), "InvalidRequest", /2026-06-11/);
    await rejectsWith(api.draftPlan({ packIds, versionsFrom: "no-pack" }), "NotFound", /no-pack/);
  });
});

describe("plans that other extensions pass in", () => {
  let stores: LocalStores;
  let active: ActiveBackend;
  let api: IntegrationPacksApi;
  let plan: ApiReleasePlan;
  let hash: string;

  beforeEach(async () => {
    stores = new LocalStores();
    (await stores.openWith(store())).dispose();
    active = new ActiveBackend(() => stores.open());
    api = apiOn(active);
    plan = await api.draftPlan({ packIds });
    hash = (await api.checkPlan(plan)).planHash;
  });
  afterEach(() => {
    active.dispose();
    stores.dispose();
  });

  const cyclic: Record<string, unknown> = { planVersion: 1 };
  cyclic["packs"] = [cyclic];
  /** A list of ten lists of ten lists and so on; the same list at every place. */
  const wide = (depth: number): unknown[] =>
    depth === 0 ? [] : Array.from({ length: 10 }).fill(wide(depth - 1));

  for (const [what, change, place] of [
    ["an unknown key", { verions: {} }, /verions/],
    ["a newer version", { planVersion: 2 }, /newer format 2/],
    ["a name that is no text", { name: 1 }, /name/],
    ["a list as its target", { target: ["local"] }, /target/],
    ["packs in a Map", { packs: new Map() }, /plan\.packs/],
    ["a list with holes", { packs: new Array(4_000_000_000) }, /plan\.packs/],
    ["a hidden accessor", { packs: [Object.defineProperty({}, "packId", { get: () => "p" })] }, /packId/],
    ["a proxy", { target: new Proxy({ backend: "local" }, {}) }, /plan\.target/],
    ["a function", { notes: () => "x" }, /plan\.notes/],
    ["an object that turns into a text", { notes: { toString: () => "x" } }, /toString/],
    ["a symbol as a key", { [Symbol("x")]: 1 }, /symbol/],
    ["a cycle", { packs: [cyclic] }, /too deep/],
    ["values without end", { packs: wide(7) }, /too large/],
    ["half of a character", { notes: "\uD800" }, /half of a character/],
    ["no packs", { packs: [] }, /packs/],
  ] as const) {
    it(`are rejected with ${what}, and change nothing`, async () => {
      const changed = { ...plan, ...change };
      await rejectsWith(callUnchecked(api, "checkPlan", changed), "InvalidRequest", place);
      await rejectsWith(callUnchecked(api, "applyPlan", changed, hash), "InvalidRequest", place);
      assert.equal((await api.history(ids.orderToCash)).length, 2);
    }).timeout(20_000);
  }

  for (const value of [undefined, null, "{}", 1, []]) {
    it(`are rejected as ${JSON.stringify(value)}`, async () => {
      await rejectsWith(callUnchecked(api, "checkPlan", value), "InvalidRequest");
      await rejectsWith(callUnchecked(api, "applyPlan", value, hash), "InvalidRequest");
      await rejectsWith(callUnchecked(api, "draftPlan", value), "InvalidRequest", /request/);
    });
  }

  it("are rejected with 100,000 components, or a component twice", async () => {
    const [first] = plan.packs;
    assert.ok(first);
    const [component] = first.components;
    const many = Array.from({ length: 100_000 }, (_, at) => ({ ...component, componentId: `c${at}` }));
    const twice = [...first.components, component];
    for (const [components, reason] of [
      [many, /at most 100/],
      [twice, /already used/],
    ] as const) {
      const changed = { ...plan, packs: [{ ...first, components }] };
      await rejectsWith(callUnchecked(api, "checkPlan", changed), "InvalidRequest", reason);
    }
  }).timeout(20_000);

  it("may have undefined values, which count as left out", async () => {
    const { planHash: same } = await api.checkPlan({ ...plan, notes: undefined });
    assert.equal(same, hash);
  });

  it("are copied at once, so that later changes have no effect", async () => {
    const [first, ...others] = plan.packs;
    assert.ok(first);
    const components = first.components.map((component) => ({ ...component }));
    const changing = { ...plan, packs: [{ ...first, components }, ...others] };
    const applied = api.applyPlan(changing, hash);
    for (const component of components) component.to = "1.0";
    changing.packs.length = 0;
    assert.equal((await applied).planHash, hash);
    const listed = [...packIds];
    const drafted = api.draftPlan({ packIds: listed });
    listed.length = 0;
    assert.equal((await drafted).packs.length, 2);
  });

  it("need a hash that is a text, a request with lists of texts, and a listener that is a function", async () => {
    await rejectsWith(callUnchecked(api, "applyPlan", plan, { toString: () => hash }), "InvalidRequest");
    await rejectsWith(callUnchecked(api, "draftPlan", { packIds: "p" }), "InvalidRequest", /packIds/);
    await rejectsWith(callUnchecked(api, "draftPlan", { packIds: [1] }), "InvalidRequest", /packIds\[0\]/);
    await rejectsWith(callUnchecked(api, "draftPlan", { packIds, name: "x" }), "InvalidRequest", /name/);
    throwsWith(() => void callUnchecked(api, "onDidApplyPlan", {}), "InvalidRequest", /listener/);
  });

  it("applied twice at once are released once", async () => {
    const outcomes = await Promise.all([api.applyPlan(plan, hash), api.applyPlan(plan, hash)]);
    assert.deepEqual(outcomes.map(({ packs }) => packs.map(({ outcome }) => outcome)).sort(), [
      ["alreadySo", "alreadySo"],
      ["released", "released"],
    ]);
    assert.equal((await api.history(ids.orderToCash)).length, 3);
  });

  it("with the same packs in different order are two plans: the second no longer fits", async () => {
    const reversed = await api.draftPlan({ packIds: packIds.toReversed() });
    const { planHash: other } = await api.checkPlan(reversed);
    assert.notEqual(other, hash);
    await api.applyPlan(plan, hash);
    assert.deepEqual(
      (await api.applyPlan(reversed, other)).packs.map(({ outcome }) => outcome),
      ["alreadySo", "alreadySo"],
    );
    assert.equal((await api.history(ids.orderToCash)).length, 3);
  });
});

function hashOf(plan: ReturnType<typeof releasePlan>): string {
  return planHash(plan, () => "0".repeat(64));
}
