import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backupFolder } from "../../../../../src/backend/local/backup/backupFolder.ts";
import { makeDailyBackup } from "../../../../../src/backend/local/backup/makeDailyBackup.ts";
import { earlierLocalStores } from "../../../../../src/backend/local/earlierLocalStores.ts";
import { openLocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { earlierRecords } from "../../../../../src/backend/platform/records/sqlite/earlierRecords.ts";
import { recordsFormat } from "../../../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { Database } from "../../../../../src/backend/sqlite/database.ts";
import { ids, now, store } from "../../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { damagePages } from "../../../../support/store/damagePages.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { readFileSync } from "node:fs";

describe("the stores of other workspaces", () => {
  let folder: string;
  let own: string;
  let candidates: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-earlier-"));
    own = join(folder, "own.db");
    candidates = [];
    for (const present of ["packs", "copies/packs", "clone", "unrelated"]) {
      mkdirSync(join(folder, present), { recursive: true });
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = (file: string, workspaceFolder?: string, repository = "") =>
    openLocalBackend({
      file,
      user: "tester",
      clock: () => now,
      lockPatience: 50,
      ...(workspaceFolder !== undefined && {
        owner: { workspaceFolder: join(folder, workspaceFolder), repository },
      }),
    });

  /** Writes a store with content that belongs to a folder. Later ones were changed later. */
  async function candidate(workspaceFolder?: string, repository = ""): Promise<string> {
    const file = join(folder, `candidate-${candidates.length}.db`);
    const backend = await open(file, workspaceFolder, repository);
    await backend.snapshots.import(store());
    backend.dispose();
    candidates.push(file);
    utimesSync(file, candidates.length, candidates.length);
    return file;
  }

  const stores = () =>
    earlierLocalStores({
      store: own,
      owner: { workspaceFolder: join(folder, "packs"), repository: "r-1" },
      candidates,
    });
  const listed = () =>
    stores()
      .list()
      .map(({ file, relation }) => [candidates.indexOf(file), relation]);

  it("are listed by how likely they belong to this one, then by when they changed", async () => {
    await candidate("copies/packs");
    await candidate("clone", "r-1");
    await candidate("gone");
    await candidate("gone-too");
    await candidate("old/packs");
    await candidate("renamed", "r-1");
    await candidate("packs");
    await candidate("unrelated", "r-2");
    await candidate();
    assert.deepEqual(listed(), [
      [6, "sameFolder"],
      [5, "movedFolder"],
      [4, "movedFolder"],
      [3, "missingFolder"],
      [2, "missingFolder"],
      [1, "sameRepository"],
      [0, "sameName"],
    ]);
    const [first] = stores().list();
    const scheduled = store().packs.find(({ packId }) => packId === ids.scheduled)?.name;
    assert.deepEqual([first?.packCount, first?.scheduled], [6, [scheduled]]);
    assert.equal(first?.owner.workspaceFolder, join(folder, "packs"));
  });

  it("are not listed if they are empty, missing, damaged, of another format or another program's", async () => {
    const [empty, newer, text] = [join(folder, "empty.db"), await candidate("gone"), join(folder, "text.db")];
    (await open(empty, "gone")).dispose();
    executeElsewhere(newer, "PRAGMA user_version = 99");
    writeFileSync(text, "no database ".repeat(500));
    const bookmarks = join(folder, "bookmarks.db");
    executeElsewhere(bookmarks, "CREATE TABLE property (name TEXT, value TEXT)");
    candidates.push(empty, text, bookmarks, join(folder, "missing.db"), folder);
    assert.deepEqual(listed(), []);
  });

  it("take the place of an empty store, with schedules and backups, and belong to this workspace then", async () => {
    const file = await candidate("gone");
    const backup = makeDailyBackup(file, now) ?? assert.fail();
    (await open(own, "packs")).dispose();
    assert.equal(stores().isEmpty(), true);
    const [earlier] = stores().list();
    await stores().use(earlier ?? assert.fail());
    assert.equal(existsSync(file), false);
    assert.equal(stores().isEmpty(), false);
    assert.ok(existsSync(backup.replace(backupFolder(file), backupFolder(own))));
    const backend = await open(own, "packs");
    assert.deepEqual((await backend.getPack(ids.scheduled)).scheduled?.state, "scheduled");
    assert.deepEqual(await backend.snapshots.export(), await exported(store()));
    backend.dispose();
    candidates.push(own);
    assert.deepEqual(listed(), [[1, "sameFolder"]]);
  });

  async function exported(content: ReturnType<typeof store>) {
    const backend = await open(join(folder, "fresh.db"));
    await backend.snapshots.import(content);
    const snapshot = await backend.snapshots.export();
    backend.dispose();
    return snapshot;
  }

  it("take the place of a store that was never created", async () => {
    await candidate("gone");
    assert.equal(stores().isEmpty(), true);
    await stores().use(stores().list()[0] ?? assert.fail());
    const backend = await open(own, "packs");
    assert.equal((await backend.listPacks()).length, 6);
    backend.dispose();
  });

  it("stay where they are if the present store is not empty", async () => {
    const file = await candidate("gone");
    const backend = await open(own, "packs");
    await backend.editing.createPack({ name: "Mine", installationType: "SINGLE", description: "" });
    backend.dispose();
    assert.equal(stores().isEmpty(), false);
    await rejectsWith(stores().use(stores().list()[0] ?? assert.fail()), "InvalidRequest", /not empty/);
    assert.ok(existsSync(file));
    const unchanged = await open(own, "packs");
    assert.deepEqual(
      (await unchanged.listPacks()).map(({ name }) => name),
      ["Mine"],
    );
    unchanged.dispose();
  });

  for (const [which, opened] of [
    ["the earlier", () => candidates[0]],
    ["the present", () => own],
  ] as const) {
    it(`stay where they are while a program has ${which} store open`, async () => {
      await candidate("gone");
      (await open(own, "packs")).dispose();
      const [earlier] = stores().list();
      const other = await open(opened() ?? assert.fail());
      await rejectsWith(
        stores().use(earlier ?? assert.fail()),
        "StoreUnavailable",
        /locked by another program/,
      );
      assert.equal((await other.listPacks()).length, opened() === own ? 0 : 6);
      other.dispose();
      await stores().use(earlier ?? assert.fail());
    });
  }

  it("take the place of a file that is empty, and not of one that is not a store", async () => {
    const file = await candidate("gone");
    const [earlier] = stores().list();
    writeFileSync(own, "no database ".repeat(500));
    assert.equal(stores().isEmpty(), false);
    await rejectsWith(stores().use(earlier ?? assert.fail()), "StoreUnavailable", /own\.db/);
    assert.ok(existsSync(file));
    writeFileSync(own, "");
    assert.equal(stores().isEmpty(), true);
    await stores().use(earlier ?? assert.fail());
    assert.ok(!existsSync(file));
  });

  it("stay where they are if a row of them refers to one that is not there", async () => {
    const file = await candidate("gone");
    const [earlier] = stores().list();
    executeElsewhere(file, "PRAGMA foreign_keys = OFF; DELETE FROM packaged_version");
    await rejectsWith(stores().use(earlier ?? assert.fail()), "StoreUnavailable", /damaged/);
    assert.ok(existsSync(file) && !existsSync(own));
  });

  it("stay where they are if they are damaged", async () => {
    const file = await candidate("gone");
    const [earlier] = stores().list();
    writeFileSync(file, damagePages(readFileSync(file), 3));
    await rejectsWith(stores().use(earlier ?? assert.fail()), "StoreUnavailable", /damaged/);
    assert.ok(existsSync(file) && !existsSync(own));
  });
});

describe("the records of other workspaces", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "integration-packs-earlier-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("take the place of empty ones, and name the scheduled releases that only the workspace runs", async () => {
    const owner = { workspaceFolder: join(folder, "gone"), repository: "" };
    const [file, own] = [join(folder, "earlier.db"), join(folder, "own.db")];
    (await Database.open({ file, owner }, recordsFormat)).dispose();
    const schedule = (packId: string, keeper: string) =>
      `INSERT INTO scheduled_release (account, pack_id, pack_name, schedule_id, keeper, request_id, date, time_zone,
         scheduled_by, scheduled_at, state, versions)
       VALUES ('account', '${packId}', 'Pack ${packId}', 'id-${packId}', '${keeper}', '', '2026-07-01', 'UTC',
         'dev', '2026-06-01T00:00:00.000Z', 'scheduled', '{}')`;
    executeElsewhere(file, `${schedule("p", "workspace")}; ${schedule("q", "platform")}`);
    const ownWorkspace = { workspaceFolder: folder, repository: "" };
    const records = earlierRecords({ store: own, owner: ownWorkspace, candidates: [file] });
    assert.equal(records.isEmpty(), true);
    const [earlier] = records.list();
    assert.deepEqual(
      [earlier?.packCount, earlier?.scheduled, earlier?.relation],
      [2, ["Pack p"], "missingFolder"],
    );
    await records.use(earlier ?? assert.fail());
    assert.equal(records.isEmpty(), false);
    assert.deepEqual(records.list(), []);
  });
});
