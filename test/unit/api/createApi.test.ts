import assert from "node:assert/strict";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import type { IntegrationPacksApi } from "../../../src/api/integrationPacksApi.ts";
import type { PackRelease } from "../../../src/model/release/release.ts";
import { callUnchecked } from "../../support/callUnchecked.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { apiOn } from "../../support/store/apiOn.ts";
import { LocalStores, user } from "../../support/store/localStores.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";

describe("the exported API", () => {
  let stores: LocalStores;
  let active: ActiveBackend;
  let api: IntegrationPacksApi;
  let timeZone: string;

  beforeEach(async () => {
    stores = new LocalStores();
    (await stores.openWith(store())).dispose();
    active = new ActiveBackend(() => stores.open());
    timeZone = "UTC";
    api = apiOn(active, () => timeZone);
  });
  afterEach(() => {
    active.dispose();
    stores.dispose();
  });

  it("lists packs and returns one, with the keys of the contract", async () => {
    assert.equal(api.apiVersion, 1);
    const packs = await api.listPacks();
    assert.equal(packs.length, 6);
    const scheduled = packs.find(({ packId }) => packId === ids.scheduled);
    assert.ok(scheduled);
    assert.deepEqual(await api.getPack(ids.scheduled), scheduled);
    const keys = [
      "packId",
      "name",
      "description",
      "installationType",
      "deploymentModel",
      "components",
      "scheduled",
    ];
    assert.deepEqual(Object.keys(scheduled).sort(), keys.sort());
    assert.deepEqual(scheduled.scheduled, {
      date: "2096-12-01",
      timeZone: "America/New_York",
      versions: { [ids.createOrder]: "1.1" },
      windowStart: "2096-12-01T05:00:00.000Z",
      windowEnd: "2096-12-01T06:00:00.000Z",
    });
    assert.deepEqual(scheduled.components, [
      {
        componentId: ids.createOrder,
        componentName: "Create Order",
        componentType: "process",
        currentVersion: "1.0",
        pendingVersion: "",
        latestVersion: "hotfix-7",
        deleted: false,
      },
    ]);
  });

  it("lists versions newest first with the keys of a snapshot, and returns one with its components and deployments", async () => {
    const versions = await api.listVersions(ids.createOrder);
    assert.deepEqual(
      versions.map(({ packageVersion }) => packageVersion),
      ["2.0-deleted", "2.0-private", "hotfix-7", "1.1", "1.0"],
    );
    const { includedComponents, deployments, ...version } = await api.getVersion("k-create-1.0");
    assert.deepEqual(version, versions.at(-1));
    assert.deepEqual(
      includedComponents?.map(({ name, xml }) => [name, xml]),
      [
        ["Create Order", "<Component name='Create Order'/>"],
        ["Map Order", "<Component name='Map Order'/>"],
        ["Order Profile", ""],
      ],
    );
    assert.deepEqual(
      deployments?.map(({ environment }) => environment),
      ["Production", "Test"],
    );
  });

  it("releases the preselection, announces it once, and adds it to the history", async () => {
    const announced: PackRelease[] = [];
    api.onDidRelease((release) => announced.push(release));
    const release = await api.release({ packId: ids.orderToCash });
    assert.deepEqual(release.versions, { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" });
    assert.equal(release.releasedBy, user);
    const { packId, ...inHistory } = release;
    assert.equal(packId, ids.orderToCash);
    assert.deepEqual((await api.history(ids.orderToCash))[0], inHistory);
    assert.deepEqual(announced, [release]);
    await rejectsWith(api.release({ packId: ids.upToDate }), "NothingToRelease", /Choose another version/);
    assert.equal(announced.length, 1);
  });

  it("releases chosen versions, even older ones", async () => {
    const { versions } = await api.release({ packId: ids.upToDate, versions: { [ids.createOrder]: "1.0" } });
    assert.deepEqual(versions, { [ids.createOrder]: "1.0" });
  });

  it("schedules a release in the scheduler's current time zone, replaces it on request, and cancels it", async () => {
    const request = { packId: ids.orderToCash, date: "2026-06-12" };
    timeZone = "Pacific/Kiritimati";
    const scheduled = await api.schedule(request);
    assert.equal(scheduled.timeZone, timeZone);
    assert.deepEqual((await api.getPack(ids.orderToCash)).scheduled, scheduled);
    await rejectsWith(api.schedule(request), "AlreadyScheduled", /2026-06-12/);
    await rejectsWith(api.release({ packId: ids.orderToCash }), "AlreadyScheduled");
    await api.schedule({ ...request, date: "2026-06-20", replaceScheduled: true });
    await api.cancelSchedule(ids.orderToCash);
    assert.equal((await api.getPack(ids.orderToCash)).scheduled, undefined);
    await rejectsWith(api.cancelSchedule(ids.orderToCash), "NotFound", /Schedule one first/);
  });

  it("rejects with the code of the contract what breaks a rule", async () => {
    const packId = ids.orderToCash;
    await rejectsWith(api.getPack("no-pack"), "NotFound", /no-pack/);
    await rejectsWith(api.listVersions("no-component"), "NotFound", /no-component/);
    await rejectsWith(api.getVersion("no-version"), "NotFound", /no-version/);
    await rejectsWith(api.history("no-pack"), "NotFound", /no-pack/);
    await rejectsWith(api.release({ packId: ids.empty }), "InvalidRequest", /Add a packaged component/);
    const notShareable = { packId, versions: { [ids.createOrder]: "2.0-private" } };
    await rejectsWith(api.release(notShareable), "InvalidRequest", /not shareable/);
    await rejectsWith(api.release({ packId, date: "2026-07-01" }), "InvalidRequest", /Leave the date out/);
    await rejectsWith(api.schedule({ packId }), "InvalidRequest", /yyyy-MM-dd/);
    await rejectsWith(api.schedule({ packId, date: "2026-06-10" }), "InvalidRequest", /2026-06-11/);
    assert.equal((await api.history(packId)).length, 2);
  });

  for (const [what, request, place] of [
    ["nothing", undefined, /request/],
    ["no pack", {}, /packId/],
    ["a pack that is not a text", { packId: 1 }, /packId/],
    [
      "versions that are not texts",
      { packId: ids.orderToCash, versions: { [ids.createOrder]: 1 } },
      /versions/,
    ],
    ["an unknown key", { packId: ids.orderToCash, verions: {} }, /verions/],
  ] as const) {
    it(`rejects a request with ${what}, and names the key`, async () => {
      await rejectsWith(callUnchecked(api, "release", request), "InvalidRequest", place);
      await rejectsWith(callUnchecked(api, "schedule", request), "InvalidRequest", place);
    });
  }

  it("uses the backend that has replaced another one", async () => {
    await api.listPacks();
    await active.reopen();
    const announced: PackRelease[] = [];
    api.onDidRelease((release) => announced.push(release));
    await api.release({ packId: ids.neverReleased });
    assert.equal(announced.length, 1);
  });
});
