import assert from "node:assert/strict";
import type { IntegrationPacksApi } from "../../../src/api/integrationPacksApi.ts";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import { callUnchecked } from "../../support/callUnchecked.ts";
import { ids, store } from "../../support/fixtures/store.ts";
import { PlatformBackends } from "../../support/platform/platformBackends.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";
import { apiOn } from "../../support/store/apiOn.ts";
import { LocalStores } from "../../support/store/localStores.ts";

describe("manage in the exported API", () => {
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

  it("creates a pack, and resolves to its ID", async () => {
    const packId = await api.manage.createPack({ name: "New", installationType: "MULTI" });
    const { name, description, installationType, deploymentModel } = await api.getPack(packId);
    assert.deepEqual(
      { name, description, installationType, deploymentModel },
      { name: "New", description: "", installationType: "MULTI", deploymentModel: "packaged" },
    );
  });

  it("edits only what the request names", async () => {
    await api.manage.editPack(ids.upToDate, { description: "All of it" });
    await api.manage.editPack(ids.upToDate, { name: "Renamed" });
    const { name, description } = await api.getPack(ids.upToDate);
    assert.deepEqual({ name, description }, { name: "Renamed", description: "All of it" });
  });

  const pack = { name: "New", installationType: "SINGLE" };
  for (const [what, method, args, problem] of [
    ["a new pack that is a Map", "createPack", [new Map(Object.entries(pack))], /pack: .*plain object/],
    ["a new pack with inherited keys", "createPack", [Object.create(pack)], /pack: .*plain object/],
    ["a new pack with an unknown key", "createPack", [{ ...pack, packId: "p-1" }], /pack\.packId/],
    [
      "a new pack without a name",
      "createPack",
      [{ installationType: "SINGLE" }],
      /pack\.name: it is missing/,
    ],
    ["a new pack of another type", "createPack", [{ ...pack, installationType: "BOTH" }], /SINGLE or MULTI/],
    ["a new pack of another model", "createPack", [{ ...pack, deploymentModel: "" }], /packaged or legacy/],
    ["an edit that is a text", "editPack", [ids.upToDate, "New"], /edit: it must be an object/],
    [
      "an edit of the type",
      "editPack",
      [ids.upToDate, { installationType: "MULTI" }],
      /edit\.installationType/,
    ],
    ["a pack that is no text", "deletePack", [{ packId: ids.upToDate }], /packId: it must be a text/],
    ["a component in place of a list", "addComponents", [ids.empty, ids.createOrder], /componentIds: .*list/],
    ["a Set of components", "addComponents", [ids.empty, new Set([ids.createOrder])], /componentIds: .*list/],
    ["a list with a hole", "addComponents", [ids.empty, new Array<string>(1)], /componentIds: .*list/],
    ["a list of other values", "addComponents", [ids.empty, [1]], /componentIds\[0\]: it must be a text/],
    ["no component", "removeComponent", [ids.orderToCash], /componentId: it must be a text/],
    ["no component", "undeleteComponent", [ids.orderToCash], /componentId: it must be a text/],
    ["no version", "setPendingVersion", [ids.orderToCash, ids.createOrder], /version: it must be a text/],
    ["no group", "addToAccountGroup", [ids.upToDate], /groupId: it must be a text/],
    ["no group", "removeFromAccountGroup", [ids.orderToCash], /groupId: it must be a text/],
    ["no account", "applyPendingUpdate", [ids.scheduled], /accountId: it must be a text/],
    ["a path", "importSnapshot", ["/tmp/store.json"], /uri: it must be a URI/],
    ["a URL", "exportSnapshot", [new URL("file:///tmp/store.json")], /uri\.scheme: it must be a text/],
  ] as const) {
    it(`rejects ${what}, and changes nothing: ${method}`, async () => {
      const before = await api.listPacks();
      await rejectsWith(callUnchecked(api.manage, method, ...args), "InvalidRequest", problem);
      assert.deepEqual(await api.listPacks(), before);
    });
  }

  it("copies its arguments at once, so that later changes have no effect", async () => {
    const given = { name: "First", installationType: "SINGLE" as const };
    const creating = api.manage.createPack(given);
    given.name = "Second";
    assert.equal((await api.getPack(await creating)).name, "First");

    const edit = { description: "First" };
    const editing = api.manage.editPack(ids.upToDate, edit);
    edit.description = "Second";
    await editing;
    assert.equal((await api.getPack(ids.upToDate)).description, "First");

    const componentIds: string[] = [ids.createOrder];
    const adding = api.manage.addComponents(ids.empty, componentIds);
    componentIds[0] = ids.invoice;
    await adding;
    const [added] = (await api.getPack(ids.empty)).components;
    assert.equal(added?.componentId, ids.createOrder);
  });

  it("rejects with Unsupported what the backend does not support", async () => {
    const platforms = await PlatformBackends.start(store());
    const onPlatform = new ActiveBackend(() => platforms.open());
    const { manage } = apiOn(onPlatform);
    try {
      const pending = manage.setPendingVersion(ids.orderToCash, ids.createOrder, "1.0");
      await rejectsWith(pending, "Unsupported", /release wizard/);
      await rejectsWith(manage.applyPendingUpdate(ids.scheduled, "a-acme"), "Unsupported", /themselves/);
      await manage.addComponents(ids.empty, [ids.createOrder]);
    } finally {
      onPlatform.dispose();
      await platforms.dispose();
    }
  });
});
