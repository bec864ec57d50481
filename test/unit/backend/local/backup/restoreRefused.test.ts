import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assertSameBytes } from "../../../../support/assertSameBytes.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";

describe("restoring a backup is refused and changes nothing", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  it("if there is no such backup", async () => {
    const { backend } = await stores.openChanged();
    const before = await backend.snapshots.export();
    await rejectsWith(
      stores.restore(join(stores.folder, "nowhere.db")),
      "NotFound",
      /nowhere\.db/,
      /Choose another/,
    );
    assert.deepEqual(await backend.snapshots.export(), before);
  });

  const others: Readonly<Record<string, readonly [(file: string, good: string) => void, RegExp]>> = {
    "that is a folder": [(file) => mkdirSync(file), /not a file/],
    "that is empty": [(file) => writeFileSync(file, ""), /not a backup/],
    "that is text": [(file) => writeFileSync(file, "text ".repeat(100)), /damaged/],
    "that was cut short": [
      (file, good) => {
        copyFileSync(good, file);
        truncateSync(file, 8192);
      },
      /damaged/,
    ],
    "of another program": [
      (file) => executeElsewhere(file, "CREATE TABLE bookmark (url TEXT)"),
      /not a backup/,
    ],
    "of a newer format": [
      (file, good) => {
        copyFileSync(good, file);
        executeElsewhere(file, "PRAGMA user_version = 99");
      },
      /newer format 99/,
    ],
    "with a broken reference": [
      (file, good) => {
        copyFileSync(good, file);
        executeElsewhere(file, "PRAGMA foreign_keys = OFF; DELETE FROM component");
      },
      /damaged/,
    ],
  };
  for (const [what, [make, pattern]] of Object.entries(others)) {
    it(`for a file ${what}`, async () => {
      const { backend, backup } = await stores.openChanged();
      const before = await backend.snapshots.export();
      const file = join(stores.folder, "other.db");
      make(file, backup);
      const content = existsSync(file) && pattern.source !== "not a file" ? readFileSync(file) : undefined;
      await rejectsWith(
        stores.restore(file),
        "InvalidRequest",
        pattern,
        /Nothing was changed/,
        /another backup/,
      );
      assert.deepEqual(await backend.snapshots.export(), before);
      if (content) assertSameBytes(readFileSync(file), content);
      assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db"]);
    });
  }

  it("for the store itself", async () => {
    await stores.openChanged();
    await rejectsWith(stores.restore(stores.file), "InvalidRequest", /the store itself/);
  });

  it("while another program locks the store", async () => {
    const { backend, backup } = await stores.openChanged();
    backend.dispose();
    const other = new DatabaseSync(stores.file);
    other.exec("BEGIN IMMEDIATE");
    await rejectsWith(stores.restore(backup), "StoreUnavailable", /locked/);
    other.close();
    assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db"]);
  });

  it("if the store has a newer format or is the database of another program", async () => {
    const { backend, backup } = await stores.openChanged();
    backend.dispose();
    executeElsewhere(stores.file, "PRAGMA user_version = 99");
    const newer = readFileSync(stores.file);
    await rejectsWith(stores.restore(backup), "StoreUnavailable", /newer format 99/);
    assertSameBytes(readFileSync(stores.file), newer);
    const other = join(stores.folder, "bookmarks.db");
    executeElsewhere(other, "PRAGMA application_id = 7; CREATE TABLE bookmark (url TEXT)");
    await rejectsWith(stores.restore(backup, other), "StoreUnavailable", /another program/);
    assert.ok(existsSync(other));
  });
});
