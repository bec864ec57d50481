import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { recordsErrors } from "../../../../../../src/backend/platform/records/sqlite/recordsErrors.ts";
import { recordsFormat } from "../../../../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { Database } from "../../../../../../src/backend/sqlite/database.ts";
import { DamagedStoreError } from "../../../../../../src/errors/errors.ts";
import { rejectsWith } from "../../../../../support/rejectsWith.ts";
import { damagePages, notADatabase } from "../../../../../support/store/damagePages.ts";
import { executeElsewhere } from "../../../../../support/store/executeElsewhere.ts";
import { folderContents } from "../../../../../support/store/folderContents.ts";

/** Advice that is right for the local store alone: records are no store, and have neither backups nor a setting. */
const wordsOfTheStore = /\bstore\b|backup|storePath/i;

describe("opening faulty records of the platform", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-records-"));
    file = join(folder, "boomi-platform.db");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = () => Database.open({ file, lockPatience: 50 }, recordsFormat);

  async function closedRecords(): Promise<Buffer> {
    (await open()).dispose();
    return readFileSync(file);
  }

  /** Asserts that opening fails in the words of the records, and changes no file in the folder. */
  async function refusesToOpen(...patterns: RegExp[]): Promise<void> {
    const before = folderContents(folder);
    await rejectsWith(open(), "StoreUnavailable", /records of Boomi releases/, ...patterns);
    await assert.rejects(
      open(),
      (error: Error) => !wordsOfTheStore.test(error.message) && !(error instanceof DamagedStoreError),
    );
    assert.deepEqual(folderContents(folder), before);
  }

  it("says what is lost with damaged records and how to go on, and does so", async () => {
    const whole = await closedRecords();
    const advice = [/left as it is/, /never overwritten/, /history/, /outcome is not known/, /Move it to/];
    for (const content of [damagePages(Buffer.from(whole)), notADatabase, Buffer.alloc(8192)]) {
      writeFileSync(file, content);
      await refusesToOpen(/are damaged/, ...advice);
    }
    renameSync(file, join(folder, "aside.db"));
    (await open()).dispose();
  });

  it("does not take a store for records", async () => {
    executeElsewhere(file, "CREATE TABLE pack (name TEXT); PRAGMA application_id = 1");
    await refusesToOpen(/are damaged/);
  });

  it("names records of a newer format, locked ones, and a folder in their place", async () => {
    await closedRecords();
    executeElsewhere(file, "PRAGMA user_version = 99");
    await refusesToOpen(/newer format 99/, /Update this extension/);
    rmSync(file);
    await closedRecords();
    const other = new DatabaseSync(file);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    await rejectsWith(open(), "StoreUnavailable", /records of Boomi releases.*locked.*retry/);
    other.close();
    rmSync(file);
    mkdirSync(file);
    await refusesToOpen(/it is not a file/);
  });

  it("names records that are taken away while they are open", async () => {
    await closedRecords();
    const database = await open();
    renameSync(file, join(folder, "aside.db"));
    await rejectsWith(
      database.read(() => undefined),
      "StoreUnavailable",
      /records of Boomi releases.*Put the file back/,
    );
    database.dispose();
  });

  it("gives no advice that is right for the local store alone", () => {
    const { locked, notWritable, folderMissing, damaged, newerFormat, gone, failed } = recordsErrors;
    const all = [locked, notWritable, folderMissing, damaged, gone].map((create) => create("x.db"));
    for (const { code, message } of [...all, newerFormat("x.db", 9), failed("x.db", "the disk is full")]) {
      assert.equal(code, "StoreUnavailable");
      assert.doesNotMatch(message, wordsOfTheStore);
      assert.match(message, /records of Boomi releases/);
    }
  });
});
