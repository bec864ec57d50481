import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backupFolder } from "../../../../src/backend/local/backup/backupFolder.ts";
import { relocateStore } from "../../../../src/backend/local/relocateStore.ts";
import { assertSameBytes } from "../../../support/assertSameBytes.ts";
import { store } from "../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

describe("a store that gets another place", () => {
  let stores: LocalStores;
  let to: string;

  beforeEach(() => {
    stores = new LocalStores();
    mkdirSync(join(stores.folder, "mounted"));
    to = join(stores.folder, "mounted", "packs.db");
  });
  afterEach(() => stores.dispose());

  const relocate = () => Promise.resolve().then(() => relocateStore(stores.file, to));

  it("has its content and its backups there, and leaves nothing behind", async () => {
    const backend = await stores.openWith(store());
    await backend.backups.makeDaily();
    const before = await backend.snapshots.export();
    backend.dispose();
    await relocate();
    assert.deepEqual(readdirSync(stores.folder), ["mounted"]);
    assert.equal(readdirSync(backupFolder(to)).length, 1);
    const moved = await stores.open({ file: to });
    assert.deepEqual(await moved.snapshots.export(), before);
  });

  it("replaces no file, and stays where it is then", async () => {
    (await stores.openWith(store())).dispose();
    writeFileSync(to, "something else");
    const before = readFileSync(stores.file);
    await rejectsWith(relocate(), "StoreUnavailable", /there is already a file/);
    assert.equal(readFileSync(to, "utf8"), "something else");
    assertSameBytes(readFileSync(stores.file), before);
  });

  it("stays where it is while another program has it open, and where the folder is missing", async () => {
    const backend = await stores.openWith(store());
    await rejectsWith(relocate(), "StoreUnavailable", /locked/);
    assert.equal((await backend.listPacks()).length, 6);
    backend.dispose();
    to = join(stores.folder, "missing", "packs.db");
    await rejectsWith(relocate(), "StoreUnavailable", /missing/);
    assert.ok(existsSync(stores.file));
    assert.equal((await (await stores.open()).listPacks()).length, 6);
  });
});
