import assert from "node:assert/strict";
import { ActiveBackend } from "../../src/activeBackend.ts";
import type { Backend } from "../../src/backend/backend.ts";
import { storeErrors } from "../../src/backend/local/storeErrors.ts";
import { LocalStores } from "../support/localStore.ts";
import { rejectsWith } from "../support/rejections.ts";

describe("the active backend", () => {
  let stores: LocalStores;
  let active: ActiveBackend;
  /** How each opening ends, in the order in which they began. */
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

  async function reopenInMidOpening() {
    const first = active.get();
    const reopened = active.reopen();
    const second = active.get();
    const backend = await stores.open();
    openings[1]?.succeed(backend);
    await second;
    return { first, reopened, backend };
  }

  it("lets go of the one that opened too late, and of no other", async () => {
    const { first, reopened, backend } = await reopenInMidOpening();
    const late = await stores.open();
    openings[0]?.succeed(late);
    await Promise.all([first, reopened]);
    assert.equal(await active.get(), backend);
    await rejectsWith(late.listPacks(), "StoreUnavailable");
    assert.deepEqual(await backend.listPacks(), []);
    await active.reopen();
    await rejectsWith(backend.listPacks(), "StoreUnavailable");
  });

  it("keeps the one in use when an earlier one fails to open", async () => {
    const { first, reopened, backend } = await reopenInMidOpening();
    openings[0]?.fail(storeErrors.storeGone("store.db"));
    await rejectsWith(first, "StoreUnavailable");
    await reopened;
    assert.equal(await active.get(), backend);
  });

  it("tries again after a failure", async () => {
    const first = active.get();
    openings[0]?.fail(storeErrors.storeGone("store.db"));
    await rejectsWith(first, "StoreUnavailable");
    const second = active.get();
    const backend = await stores.open();
    openings[1]?.succeed(backend);
    assert.equal(await second, backend);
  });
});
