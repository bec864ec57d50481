import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { ActiveBackend } from "../../../src/session/activeBackend.ts";
import type { Backend } from "../../../src/backend/backend.ts";
import { storeErrors } from "../../../src/backend/local/storeErrors.ts";
import { store } from "../../support/fixtures/store.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";

describe("the active backend", () => {
  let stores: LocalStores;
  let active: ActiveBackend;
  /** Settles each opening of a backend, in the order of the calls. */
  let openings: { succeed: (backend: Backend) => void; fail: (error: Error) => void }[];

  beforeEach(() => {
    stores = new LocalStores();
    openings = [];
    active = new ActiveBackend(() => new Promise((succeed, fail) => void openings.push({ succeed, fail })));
  });
  afterEach(() => {
    active.dispose();
    stores.dispose();
  });

  async function reopenWhileOpening() {
    const first = active.get();
    const reopened = active.reopen();
    const second = active.get();
    const backend = await stores.open();
    openings[1]?.succeed(backend);
    await second;
    return { first, reopened, backend };
  }

  it("disposes of a backend that opened too late, and of no other", async () => {
    const { first, reopened, backend } = await reopenWhileOpening();
    const late = await stores.open();
    openings[0]?.succeed(late);
    await Promise.all([first, reopened]);
    assert.equal(await active.get(), backend);
    await rejectsWith(late.listPacks(), "StoreUnavailable");
    assert.deepEqual(await backend.listPacks(), []);
    await active.reopen();
    await rejectsWith(backend.listPacks(), "StoreUnavailable");
  });

  it("keeps the current backend when an earlier one fails to open", async () => {
    const { first, reopened, backend } = await reopenWhileOpening();
    openings[0]?.fail(storeErrors.gone("store.db"));
    await rejectsWith(first, "StoreUnavailable");
    await reopened;
    assert.equal(await active.get(), backend);
  });

  it("opens again after a failure", async () => {
    const first = active.get();
    openings[0]?.fail(storeErrors.gone("store.db"));
    await rejectsWith(first, "StoreUnavailable");
    const second = active.get();
    const backend = await stores.open();
    openings[1]?.succeed(backend);
    assert.equal(await second, backend);
  });

  it("closes the backend during work on its file, and opens it again afterwards", async () => {
    const direct = new ActiveBackend(() => stores.open());
    const before = await direct.get();
    let changes = 0;
    direct.onDidChange(() => (changes += 1));
    let finish: (() => void) | undefined;
    const work = direct.whileClosed(() => new Promise<void>((resolve) => (finish = resolve)));
    const during = direct.get();
    let isOpen = false;
    void during.then(() => (isOpen = true));
    while (!finish) await new Promise((resolve) => setImmediate(resolve));
    await rejectsWith(before.listPacks(), "StoreUnavailable", /it was closed/);
    assert.equal(isOpen, false);
    finish();
    await work;
    assert.deepEqual(await (await during).listPacks(), []);
    assert.equal(await direct.get(), await during);
    assert.equal(changes, 1);
    await assert.rejects(
      direct.whileClosed(() => Promise.reject(new Error("in vain"))),
      /in vain/,
    );
    assert.deepEqual(
      await (await direct.get()).listPacks(),
      [],
      "the backend was not opened again after a failure",
    );
    direct.dispose();
  });

  it("opens the store that has replaced its own on refresh", async () => {
    const direct = new ActiveBackend(() => stores.open());
    const before = await direct.get();
    renameSync(stores.file, `${stores.file}.away`);
    await direct.refresh();
    assert.equal(await direct.get(), before, "the backend changed although there is no store to open");
    const other = join(stores.folder, "other.db");
    (await stores.openWith(store(), { file: other })).dispose();
    renameSync(other, stores.file);
    await rejectsWith(before.listPacks(), "StoreUnavailable", /replaced/, /refreshing opens that one/);
    await direct.refresh();
    assert.equal((await (await direct.get()).listPacks()).length, store().packs.length);
    direct.dispose();
  });
});
