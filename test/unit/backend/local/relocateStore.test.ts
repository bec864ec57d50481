import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
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

  it("brings its backups along with their times, and without one nothing", async () => {
    const backend = await stores.openWith(store());
    await backend.backups.makeDaily();
    backend.dispose();
    const [backup = ""] = readdirSync(backupFolder(stores.file));
    utimesSync(join(backupFolder(stores.file), backup), 1_700_000_000, 1_700_000_000);
    await relocate();
    assert.equal(statSync(join(backupFolder(to), backup)).mtimeMs, 1_700_000_000_000);
    rmSync(backupFolder(to), { recursive: true });
    relocateStore(to, stores.file);
    assert.deepEqual(readdirSync(stores.folder).sort(), ["mounted", basename(stores.file)]);
  });

  it("leaves its backups where they are if the place has backups of another store", async () => {
    const backend = await stores.openWith(store());
    await backend.backups.makeDaily();
    backend.dispose();
    const before = readdirSync(backupFolder(stores.file));
    mkdirSync(backupFolder(to));
    writeFileSync(join(backupFolder(to), "other"), "");
    await relocate();
    assert.deepEqual(readdirSync(backupFolder(to)), ["other"]);
    assert.deepEqual(readdirSync(backupFolder(stores.file)), before);
  });

  it("is named when it does not exist", async () => {
    await rejectsWith(relocate(), "StoreUnavailable", /store\.db/);
    assert.ok(!existsSync(to));
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
    await rejectsWith(relocate(), "StoreUnavailable", /store\.db" is locked/);
    assert.equal((await backend.listPacks()).length, 6);
    backend.dispose();
    to = join(stores.folder, "missing", "packs.db");
    await rejectsWith(relocate(), "StoreUnavailable", /missing/);
    assert.ok(existsSync(stores.file));
    assert.equal((await (await stores.open()).listPacks()).length, 6);
  });
});
