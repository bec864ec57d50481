import assert from "node:assert/strict";
import { toBackupError } from "../../../../../src/backend/local/backup/toBackupError.ts";
import { storeErrors } from "../../../../../src/backend/local/storeErrors.ts";

describe("a failure to back up the store", () => {
  it("that is an error for users already stays the same", () => {
    for (const error of [storeErrors.gone("store.db"), storeErrors.newerFormat("store.db", 9)]) {
      assert.equal(toBackupError(error, "backups", "store.db"), error);
    }
  });

  it("that is any other one names the folder and the reason", () => {
    const { code, message } = toBackupError(new Error("no room"), "backups", "store.db");
    assert.equal(code, "StoreUnavailable");
    assert.match(message, /backups.*no room/);
  });
});
