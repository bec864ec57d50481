import assert from "node:assert/strict";
import { IntegrationPacksError } from "../../../../src/errors/errors.ts";
import { DamagedRowError } from "../../../../src/backend/sqlite/rows.ts";
import { storeErrors } from "../../../../src/backend/local/storeErrors.ts";
import { isLocked, toDatabaseError } from "../../../../src/backend/sqlite/toDatabaseError.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";
import { namedErrors } from "../../../support/store/namedErrors.ts";

const failure = (errcode: unknown) => Object.assign(new Error("cause"), { errcode });
const fileFailure = (code: string) => Object.assign(new Error("cause"), { code });

describe("the error for a failure of SQLite or the disk", () => {
  for (const [what, error, message] of [
    ["a full disk", failure(13), /the disk is full/],
    ["an error of the disk", failure(10 | (3 << 8)), /the disk reported an error/],
    ["a damaged page", failure(11), /damaged/],
    ["a table of another form", failure(1), /damaged/],
    ["a value of another type", new DamagedRowError("no text"), /damaged/],
    ["a file that was moved", failure(8 | (4 << 8)), /moved, deleted or replaced/],
    ["no space for the file", fileFailure("ENOSPC"), /the disk is full/],
    ["a read-only file system", fileFailure("EROFS"), /Allow writing/],
    ["anything else", new Error("the unexpected"), /the unexpected.*Remove the cause, then retry/],
  ] as const) {
    it(`names ${what}`, () => {
      throwsWith(
        () => {
          throw toDatabaseError(error, "store.db", storeErrors);
        },
        "StoreUnavailable",
        message,
      );
      assert.equal(isLocked(error), false);
    });
  }

  for (const [codes, name] of [
    [[5, 6], "locked folder/store.db"],
    [[3, 8, 14], "notWritable folder/store.db"],
    [[1, 11, 26], "damaged folder/store.db"],
    [[10], "failed folder/store.db the disk reported an error"],
    [[13], "failed folder/store.db the disk is full"],
    [[2, 19], "failed folder/store.db cause"],
  ] as const) {
    for (const code of codes) {
      it(`is "${name}" for the result code ${code} of SQLite and its extended ones`, () => {
        for (const extended of [code, code | (1 << 8), code | (7 << 8)]) {
          assert.equal(toDatabaseError(failure(extended), "folder/store.db", namedErrors).message, name);
          assert.equal(isLocked(failure(extended)), name.startsWith("locked"), "temporary only for a lock");
        }
      });
    }
  }

  for (const [codes, name] of [
    [["ENOENT", "ENOTDIR"], "folderMissing folder"],
    [["EACCES", "EPERM", "EROFS"], "notWritable folder/store.db"],
    [["EBUSY"], "locked folder/store.db"],
    [["ENOSPC", "EDQUOT"], "failed folder/store.db the disk is full"],
    [["EIO"], "failed folder/store.db cause"],
  ] as const) {
    for (const code of codes) {
      it(`is "${name}" for the code ${code} of the file system`, () => {
        assert.equal(toDatabaseError(fileFailure(code), "folder/store.db", namedErrors).message, name);
      });
    }
  }

  for (const [what, error] of [
    ["nothing", undefined],
    ["a text", "cause"],
    ["an object with a code of SQLite", { errcode: 5 }],
    ["an object with a code of the file system", { code: "EBUSY" }],
    ["an error whose code of SQLite is a text", failure("5")],
  ] as const) {
    it(`names no reason that it does not know: ${what} was thrown`, () => {
      assert.match(toDatabaseError(error, "store.db", namedErrors).message, /^failed store\.db /);
      assert.equal(isLocked(error), false);
    });
  }

  it("stays one that was made for users", () => {
    const error = new IntegrationPacksError("Conflict", "As it was.");
    assert.equal(toDatabaseError(error, "store.db", namedErrors), error);
  });
});
