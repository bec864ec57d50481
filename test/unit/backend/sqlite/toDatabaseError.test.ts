import assert from "node:assert/strict";
import { DamagedRowError } from "../../../../src/backend/sqlite/rows.ts";
import { storeErrors } from "../../../../src/backend/local/storeErrors.ts";
import { isLocked, toDatabaseError } from "../../../../src/backend/sqlite/toDatabaseError.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

describe("the error for a failure of SQLite or the disk", () => {
  const failure = (errcode: number) => Object.assign(new Error("failed"), { errcode });
  for (const [what, error, message] of [
    ["a full disk", failure(13), /the disk is full/],
    ["an error of the disk", failure(10 | (3 << 8)), /the disk reported an error/],
    ["a damaged page", failure(11), /damaged/],
    ["a table of another form", failure(1), /damaged/],
    ["a value of another type", new DamagedRowError("no text"), /damaged/],
    ["a file that was moved", failure(8 | (4 << 8)), /moved, deleted or replaced/],
    ["no space for the file", Object.assign(new Error("x"), { code: "ENOSPC" }), /the disk is full/],
    ["a read-only file system", Object.assign(new Error("x"), { code: "EROFS" }), /Allow writing/],
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

  it("is temporary only for a lock", () => {
    assert.ok(isLocked(failure(5)) && isLocked(failure(6)) && isLocked(failure(5 | (1 << 8))));
  });
});
