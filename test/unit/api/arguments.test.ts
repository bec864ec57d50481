import assert from "node:assert/strict";
import type { IntegrationPacksApi } from "../../../src/api/integrationPacksApi.ts";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import { callUnchecked } from "../../support/callUnchecked.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { apiOn } from "../../support/store/apiOn.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { rejectsWith, throwsWith } from "../../support/rejectsWith.ts";

class Instance {
  readonly packId = ids.orderToCash;
}

/** Values that are not plain objects. */
const notPlain: readonly (readonly [string, unknown])[] = [
  ["a Map", new Map([[ids.createOrder, "1.0"]])],
  ["a Date", new Date(0)],
  ["a list", ["1.0"]],
  ["null", null],
  ["a text", "1.0"],
  ["a function", () => ({ packId: ids.orderToCash })],
  ["an object of a class", new Instance()],
  ["an object with inherited keys", Object.create({ packId: ids.orderToCash })],
  ["a proxy", new Proxy({ packId: ids.orderToCash }, {})],
  ["an object with a symbol", { packId: ids.orderToCash, [Symbol("packId")]: "1.0" }],
  [
    "an object with a getter",
    {
      get packId() {
        throw new Error("An argument must not run.");
      },
    },
  ],
  ["an object with a hidden key", Object.defineProperty({}, "packId", { value: ids.orderToCash })],
];

describe("the arguments of the exported API", () => {
  let stores: LocalStores;
  let active: ActiveBackend;
  let api: IntegrationPacksApi;

  beforeEach(async () => {
    stores = new LocalStores();
    (await stores.openWith(store())).dispose();
    active = new ActiveBackend(() => stores.open());
    api = apiOn(active);
  });
  afterEach(() => {
    active.dispose();
    stores.dispose();
  });

  for (const [what, value] of notPlain) {
    it(`are rejected if the request is ${what}, and change nothing`, async () => {
      await rejectsWith(callUnchecked(api, "release", value), "InvalidRequest", /request/);
      await rejectsWith(callUnchecked(api, "schedule", value), "InvalidRequest", /request/);
      assert.equal((await api.history(ids.orderToCash)).length, 2);
    });

    it(`are rejected if the versions are ${what}, and change nothing`, async () => {
      const request = { packId: ids.orderToCash, versions: value };
      await rejectsWith(callUnchecked(api, "release", request), "InvalidRequest", /request\.versions/);
      const scheduled = { ...request, date: "2026-07-01" };
      await rejectsWith(callUnchecked(api, "schedule", scheduled), "InvalidRequest", /request\.versions/);
      assert.equal((await api.history(ids.orderToCash)).length, 2);
      assert.equal((await api.getPack(ids.orderToCash)).scheduled, undefined);
    });
  }

  for (const value of [1, null, undefined, { toString: () => "1.0" }]) {
    it(`are rejected if a version is ${String(value)} of type ${typeof value}`, async () => {
      const request = { packId: ids.orderToCash, versions: { [ids.createOrder]: value } };
      await rejectsWith(callUnchecked(api, "release", request), "InvalidRequest", /c-create-order.*text/);
    });
  }

  it("may be objects without a prototype and have undefined values", async () => {
    const versions: Record<string, string> = Object.create(null) as Record<string, string>;
    versions[ids.createOrder] = "1.0";
    const request = { packId: ids.orderToCash, versions, date: undefined, replaceScheduled: undefined };
    const release = await api.release(Object.assign(Object.create(null), request) as typeof request);
    assert.equal(release.versions[ids.createOrder], "1.0");
  });

  it("may name a component whose id is a member of every object", async () => {
    const versions = Object.fromEntries([["__proto__", "1.0"]]);
    await rejectsWith(api.release({ packId: ids.orderToCash, versions }), "NotFound", /__proto__/);
  });

  it("are copied at once, so that later changes have no effect", async () => {
    const versions = { [ids.createOrder]: "1.0", [ids.orderApi]: "9" };
    const request = { packId: ids.orderToCash as string, versions };
    const released = api.release(request);
    request.packId = ids.neverReleased;
    versions[ids.createOrder] = "hotfix-7";
    const { packId, versions: made } = await released;
    assert.equal(packId, ids.orderToCash);
    assert.deepEqual(made, { [ids.createOrder]: "1.0", [ids.orderApi]: "9" });

    const schedule = { packId: ids.upToDate, date: "2026-07-01", versions: { [ids.createOrder]: "1.0" } };
    const scheduling = api.schedule(schedule);
    schedule.date = "2026-08-01";
    schedule.versions[ids.createOrder] = "1.1";
    const scheduled = await scheduling;
    assert.equal(scheduled.date, "2026-07-01");
    assert.deepEqual(scheduled.versions, { [ids.createOrder]: "1.0" });
  });

  for (const method of ["getPack", "listVersions", "getVersion", "cancelSchedule", "history"] as const) {
    it(`are rejected if the id for ${method} is not a text`, async () => {
      for (const id of [undefined, null, 1, [ids.orderToCash], { toString: () => ids.orderToCash }]) {
        await rejectsWith(callUnchecked(api, method, id), "InvalidRequest", /Id: it must be a text/);
      }
    });
  }

  it("are rejected if a listener is not a function", () => {
    throwsWith(() => void callUnchecked(api, "onDidRelease", {}), "InvalidRequest", /listener/);
  });
});
