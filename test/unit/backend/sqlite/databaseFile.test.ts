import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkDatabaseFile, isOfAnotherProgram } from "../../../../src/backend/sqlite/databaseFile.ts";
import { movedVersion, type DatabaseFormat } from "../../../../src/backend/sqlite/databaseFormat.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";
import { executeElsewhere } from "../../../support/store/executeElsewhere.ts";
import { namedErrors } from "../../../support/store/namedErrors.ts";

const applicationId = 77;
const format: DatabaseFormat = {
  applicationId,
  migrations: ["", ""],
  errors: namedErrors,
  summarize: () => undefined,
};
const { moved: _moved, ...errorsWithoutMoved } = namedErrors;

// Places in the header, https://www.sqlite.org/fileformat.html
const changeCounter = 24;
const version = 60;
const id = 68;
const firstPageKind = 100;
const countOfTables = 103;

describe("the check of a database file before SQLite opens it", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-file-"));
    file = join(folder, "store.db");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const create = (statements = "CREATE TABLE t (a TEXT)", pageSize = 4096) =>
    executeElsewhere(
      file,
      `PRAGMA page_size = ${pageSize}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = 2; ${statements}`,
    );
  /** A database that was never used: of no program and version, without a table. */
  const createUnused = () => executeElsewhere(file, "CREATE TABLE t (a TEXT); DROP TABLE t");
  const change = (change: (content: Buffer) => void) => {
    const content = readFileSync(file);
    change(content);
    writeFileSync(file, content);
  };
  const check = (ofFormat = format) => checkDatabaseFile({ file }, ofFormat);
  const refuses = (name: string, ofFormat = format) => {
    const before = readFileSync(file);
    throwsWith(() => check(ofFormat), "StoreUnavailable", new RegExp(`^${name} `));
    assert.ok(readFileSync(file).equals(before));
  };

  it("accepts a missing file, an empty one, a database of the format, and one that was never used", () => {
    check();
    writeFileSync(file, "");
    check();
    create();
    check();
    rmSync(file);
    createUnused();
    check();
  });

  it("refuses a missing folder, unless it may be created, and a file that is none", () => {
    file = join(folder, "missing", "deep", "store.db");
    throwsWith(check, "StoreUnavailable", /^folderMissing .*deep$/);
    checkDatabaseFile({ file, createFolder: true }, format);
    mkdirSync(file);
    throwsWith(check, "StoreUnavailable", /^failed .* it is not a file$/);
  });

  it("refuses what is shorter than a header, or begins with another text", () => {
    create();
    const content = readFileSync(file);
    writeFileSync(file, content.subarray(0, 111));
    refuses("damaged");
    writeFileSync(file, content);
    change((bytes) => bytes.write("SQLite format 4"));
    refuses("damaged");
  });

  for (const [what, patch] of [
    ["has an id of another program", (bytes: Buffer) => bytes.writeInt32BE(5, id)],
    ["has a version without an id", (bytes: Buffer) => bytes.writeInt32BE(1, version)],
    ["has a table", (bytes: Buffer) => bytes.writeUInt16BE(1, countOfTables)],
    ["has more than one page of tables", (bytes: Buffer) => bytes.writeUInt8(5, firstPageKind)],
  ] as const) {
    it(`refuses a database of no program that ${what}`, () => {
      createUnused();
      change(patch);
      refuses("damaged");
    });
  }

  it("refuses a database of no program whose tables may be in its write-ahead log", () => {
    createUnused();
    writeFileSync(`${file}-wal`, "");
    check();
    writeFileSync(`${file}-wal`, "x");
    refuses("damaged");
  });

  it("refuses a newer format", () => {
    create("PRAGMA user_version = 3; CREATE TABLE t (a TEXT)");
    refuses("newerFormat");
  });

  it("leaves it to the content of a moved file where it was moved to, if the format knows moves", () => {
    create(`PRAGMA user_version = ${movedVersion}; CREATE TABLE t (a TEXT)`);
    check();
    refuses("newerFormat", { ...format, errors: errorsWithoutMoved });
  });

  for (const pageSize of [512, 4096, 65_536]) {
    describe(`with pages of ${pageSize} bytes`, () => {
      beforeEach(() => create("CREATE TABLE t (a TEXT); CREATE TABLE u (a TEXT)", pageSize));

      const cut = (bytes: number) => truncateSync(file, 3 * pageSize - bytes);

      it("accepts a whole file, and refuses one that was cut short by a byte", () => {
        check();
        cut(1);
        refuses("damaged");
      });

      it("accepts one that was cut short while its log may have the rest", () => {
        cut(pageSize);
        writeFileSync(`${file}-wal`, "x");
        check();
      });

      it("accepts one that was cut short while the count of its pages is out of date", () => {
        cut(pageSize);
        change((bytes) => bytes.writeUInt32BE(bytes.readUInt32BE(changeCounter) + 1, changeCounter));
        check();
      });
    });
  }

  it("knows the databases of other programs from those of the format and from other files", () => {
    create();
    assert.equal(isOfAnotherProgram(file, format), false);
    change((bytes) => bytes.writeInt32BE(5, id));
    assert.equal(isOfAnotherProgram(file, format), true);
    truncateSync(file, 111);
    assert.equal(isOfAnotherProgram(file, format), false);
    writeFileSync(file, "no database ".repeat(500));
    assert.equal(isOfAnotherProgram(file, format), false);
  });
});
