import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection, fileUri } from "../../../../src/backend/sqlite/connection.ts";
import { itOnPosix } from "../../../support/mocha/itOnPosix.ts";

const pathOf = (uri: string) => decodeURIComponent(/^file:(.*)\?mode=/.exec(uri)?.[1] ?? "");

describe("the URI of a database file", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "integration-packs-uri-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const path of [
    "\\\\server\\share\\Team Store\\store.db",
    "\\\\?\\C:\\Data\\store.db",
    "//server/share/store.db",
    "C:\\Data\\100%\\a?b#c.db",
    "/data/$& ü/store.db",
  ]) {
    it(`names exactly the path ${path}, without a server for SQLite to reject`, () => {
      for (const access of ["write", "read"] as const) {
        const uri = fileUri(path, access);
        assert.equal(pathOf(uri), path);
        assert.doesNotMatch(uri, /^file:\/\//);
        assert.match(uri, access === "write" ? /\?mode=rw$/ : /\?mode=ro$/);
      }
    });
  }

  itOnPosix("opens the file, whatever its name contains", () => {
    for (const name of ["store.db", "a b?mode=rwc#x%20%.db", "ü$&.db", "C:\\x.db", "file:y.db"]) {
      const file = join(folder, name);
      const created = new Connection(file, "create");
      created.execute("CREATE TABLE fruit (name TEXT) STRICT; INSERT INTO fruit VALUES ('apple')");
      created.close();
      for (const path of [file, `/${file}`]) {
        const opened = new Connection(path, "read");
        assert.equal(opened.all("SELECT * FROM fruit").length, 1, name);
        opened.close();
      }
    }
  });

  it("opens no file that does not exist", () => {
    assert.throws(() => new Connection(join(folder, "missing.db"), "write"), /unable to open/);
  });
});
