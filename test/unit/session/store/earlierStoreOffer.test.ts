import assert from "node:assert/strict";
import type { EarlierStore, EarlierStores, StoreRelation } from "../../../../src/backend/earlierStores.ts";
import { errors } from "../../../../src/errors/errors.ts";
import type { EarlierStoreOffer as Offer } from "../../../../src/session/store/earlierStoreOffer.ts";
import type { recordedCalls } from "../../../support/editor/editorApi.ts";
import { CountingLog, provideEditorApi } from "../../../support/editor/editorPanel.ts";
import { EditorState } from "../../../support/editor/editorSecrets.ts";

describe("the offer of an earlier store", () => {
  let calls: typeof recordedCalls;
  let EarlierStoreOffer: typeof Offer;
  let state: EditorState;
  let log: CountingLog;

  before(async () => {
    provideEditorApi();
    ({ recordedCalls: calls } = await import("../../../support/editor/editorApi.ts"));
    ({ EarlierStoreOffer } = await import("../../../../src/session/store/earlierStoreOffer.ts"));
  });
  beforeEach(() => {
    state = new EditorState();
    log = new CountingLog();
    calls.warnings.length = 0;
  });

  const earlier = (relation: StoreRelation, ...scheduled: readonly string[]): EarlierStore => ({
    file: `/storage/${relation}.db`,
    owner: { workspaceFolder: `/work/${relation}`, repository: "" },
    relation,
    changedAt: new Date(0),
    packCount: 3,
    scheduled,
  });

  async function warningsWith(listed: readonly EarlierStore[], isEmpty = true): Promise<string[]> {
    calls.warnings.length = 0;
    const stores: EarlierStores = {
      store: "/storage/own.db",
      isEmpty: () => isEmpty,
      list: () => [...listed],
      use: () => assert.fail("nothing is used without a person"),
    };
    const earlierStores = () => Promise.resolve(stores);
    const backend = { get: () => Promise.resolve() };
    await new EarlierStoreOffer({ backend, earlierStores, state, log }).whenDone;
    return [...calls.warnings];
  }

  it("names the folder and the schedules that were left behind, once", async () => {
    const stores = [earlier("movedFolder", "Order to Cash", "Billing"), earlier("sameFolder")];
    const [warning = "", ...others] = await warningsWith(stores);
    assert.match(warning, /"\/work\/movedFolder" has 3 integration packs/);
    assert.match(warning, /do not run here: Order to Cash, Billing\..* There is another store like this\./);
    assert.deepEqual(others, []);
    assert.deepEqual(await warningsWith(stores), []);
    assert.equal((await warningsWith([...stores, earlier("missingFolder", "Late")])).length, 1);
  });

  it("is not made for a store with content, nor of a store that another folder has for itself", async () => {
    assert.deepEqual(await warningsWith([earlier("sameFolder")], false), []);
    const others = [earlier("sameRepository", "a"), earlier("sameName", "b"), earlier("missingFolder")];
    assert.deepEqual(await warningsWith(others), []);
    assert.deepEqual(await warningsWith([]), []);
  });

  it("is silent where stores have a place of their own or the backend does not open", async () => {
    const unsupported = () => Promise.reject(errors.unsupported("Not here."));
    const open = { get: () => Promise.resolve() };
    await new EarlierStoreOffer({ backend: open, earlierStores: unsupported, state, log }).whenDone;
    const closed = { get: () => Promise.reject(errors.invalidRequest("Closed.")) };
    await new EarlierStoreOffer({ backend: closed, earlierStores: unsupported, state, log }).whenDone;
    assert.deepEqual(calls.warnings, []);
    assert.equal(log.warnings, 0);
  });
});
