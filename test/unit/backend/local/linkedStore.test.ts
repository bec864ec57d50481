import assert from "node:assert/strict";
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listBackups } from "../../../../src/backend/local/backup/listBackups.ts";
import { packsOfBackup } from "../../../../src/backend/local/backup/stageBackup.ts";
import { assertSameBytes } from "../../../support/assertSameBytes.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { rejectsWith, throwsWith } from "../../../support/rejectsWith.ts";
import { notADatabase } from "../../../support/store/damagePages.ts";
import { StoreWithBackups } from "../../../support/store/storeWithBackups.ts";

describe("a store file that is a symbolic link", () => {
  let stores: StoreWithBackups;
  /** Leads over another link, in another folder, to the file of the stores. */
  let link: string;

  beforeEach(() => {
    stores = new StoreWithBackups();
    const folder = join(stores.folder, "links");
    mkdirSync(folder);
    symlinkSync(join("..", "store.db"), join(folder, "second.db"));
    link = join(folder, "first.db");
    symlinkSync("second.db", link);
  });
  afterEach(() => stores.dispose());

  const isLink = (file: string) => lstatSync(file).isSymbolicLink();

  it("is created, changed and watched as the file that it leads to", async () => {
    const byLink = await stores.open({ file: link });
    const byFile = await stores.openWith(store());
    assert.equal((await byLink.listPacks()).length, 6);
    await byLink.editing.editPack(ids.empty, { name: "Renamed" });
    assert.equal((await byFile.getPack(ids.empty)).name, "Renamed");
    assert.equal(byLink.isReplaced(), false);
    renameSync(stores.file, join(stores.folder, "aside.db"));
    await rejectsWith(byLink.listPacks(), "StoreUnavailable", /moved, deleted or replaced/);
    writeFileSync(stores.file, "");
    assert.equal(byLink.isReplaced(), true);
  });

  it("has daily backups beside the file, which a list by either path contains", async () => {
    const backend = await stores.openWith(store(), { file: link });
    const backup = (await backend.backups.makeDaily()) ?? assert.fail("no backup was made");
    assert.equal(dirname(backup), stores.backupFolder);
    assert.deepEqual(listBackups(link), listBackups(stores.file));
    assert.equal(listBackups(link).length, 1);
    assert.equal(packsOfBackup(backup, link).length, 6);
    await stores.edit(backend);
    stores.passDay();
    assert.ok(await backend.backups.makeDaily());
    assert.equal(stores.backupNames().length, 2);
  });

  it("stays a link when a backup is restored, over an intact store and over a damaged one", async () => {
    const { backend, backup } = await stores.openChanged();
    backend.dispose();
    const { replaced } = await stores.restore(backup, link);
    assert.equal(dirname(replaced ?? ""), stores.backupFolder);
    assert.deepEqual((await stores.contentOf(stores.file)).packs.length, 6);
    writeFileSync(stores.file, notADatabase);
    const damaged = await stores.restore(backup, link);
    assertSameBytes(readFileSync(damaged.replaced ?? ""), notADatabase);
    assert.ok(isLink(link) && isLink(join(dirname(link), "second.db")) && !isLink(stores.file));
    assert.deepEqual(await stores.contentOf(link), await stores.contentOf(stores.file));
  });

  it("is refused when it leads to itself or into a missing folder", async () => {
    rmSync(link);
    symlinkSync("first.db", link);
    await rejectsWith(stores.open({ file: link }), "StoreUnavailable", /leads to itself/);
    throwsWith(() => listBackups(link), "StoreUnavailable", /leads to itself/);
    rmSync(link);
    symlinkSync(join("missing", "store.db"), link);
    await rejectsWith(stores.open({ file: link }), "StoreUnavailable", /folder .*missing.* does not exist/);
  });
});
