import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, renameSync, rmSync } from "node:fs";
import { ids, store } from "../../../support/fixtures/store.ts";
import { folderContents } from "../../../support/store/folderContents.ts";
import { LocalStores, lockPatience } from "../../../support/store/localStores.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";

describe("a backend with a faulty store file", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("waits for the lock of another program, then reports it", async () => {
    const backend = await stores.openWith(store(), { lockPatience });
    const other = await lockFromElsewhere(stores.file);
    try {
      const release = () => backend.release({ packId: ids.neverReleased });
      await rejectsWith(release(), "StoreUnavailable", /locked by another program/, /Close that program/);
      assert.equal((await backend.listPacks()).length, 6, "the store cannot be read");
      const waiting = (await stores.open()).release({ packId: ids.neverReleased });
      other.kill();
      await once(other, "exit");
      assert.equal((await waiting).packId, ids.neverReleased);
    } finally {
      other.kill();
    }
  }).timeout(20_000);

  for (const [what, becomes] of [
    ["deleted", (file: string) => rmSync(file)],
    ["moved away", (file: string) => renameSync(file, `${file}.moved`)],
    ["replaced", replaceByCopy],
  ] as const) {
    it(`notices that the file was ${what}, and writes nothing`, async () => {
      const backend = await stores.openWith(store());
      const changed = new Promise<void>((resolve) => backend.onDidChange(resolve));
      becomes(stores.file);
      const before = folderContents(stores.folder);
      const gone = [/moved, deleted or replaced/, /Put it back and retry/];
      await rejectsWith(backend.release({ packId: ids.neverReleased }), "StoreUnavailable", ...gone);
      await rejectsWith(backend.listPacks(), "StoreUnavailable", ...gone);
      await rejectsWith(backend.editing.deletePack(ids.empty), "StoreUnavailable", ...gone);
      await changed;
      assert.deepEqual(folderContents(stores.folder), before);
    }).timeout(20_000);
  }

  it("works again once the file is back", async () => {
    const backend = await stores.openWith(store());
    renameSync(stores.file, `${stores.file}.away`);
    await rejectsWith(backend.listPacks(), "StoreUnavailable", /Put it back/);
    renameSync(`${stores.file}.away`, stores.file);
    await backend.release({ packId: ids.neverReleased });
    assert.equal((await backend.history(ids.neverReleased)).length, 1);
  });

  it("announces that the file is back, however short it was gone", async () => {
    const backend = await stores.openWith(store());
    let announce = () => {};
    backend.onDidChange(() => announce());
    renameSync(stores.file, `${stores.file}.away`);
    await rejectsWith(backend.listPacks(), "StoreUnavailable", /Put it back/);
    const back = new Promise<void>((resolve) => (announce = resolve));
    renameSync(`${stores.file}.away`, stores.file);
    await back;
    assert.equal((await backend.listPacks()).length, 6);
  });

  it("reports that it was closed after it was disposed of", async () => {
    const backend = await stores.open();
    backend.dispose();
    backend.dispose();
    await rejectsWith(backend.listPacks(), "StoreUnavailable", /it was closed/);
  });
});

function replaceByCopy(file: string): void {
  copyFileSync(file, `${file}.new`);
  renameSync(`${file}.new`, file);
}

/** Starts a process that has the write lock until it is killed. */
async function lockFromElsewhere(file: string): Promise<ChildProcess> {
  const script = `
    const { DatabaseSync } = require("node:sqlite");
    const database = new DatabaseSync(process.argv[1]);
    database.exec("BEGIN IMMEDIATE");
    console.log("locked");
    setInterval(() => database.isOpen, 1000);`;
  const other = spawn(process.execPath, ["-e", script, file], { stdio: ["ignore", "pipe", "inherit"] });
  await once(other.stdout, "data");
  return other;
}
