import assert from "node:assert/strict";
import { homedir, userInfo } from "node:os";
import { homeFolder, systemUserName, type UserSource } from "../../../src/backend/systemUser.ts";

/** Fails as Node.js does for a uid without a user entry. */
const noEntry = (): never => {
  throw Object.assign(new Error("A system error occurred: uv_os_get_passwd returned ENOENT"), {
    code: "ERR_SYSTEM_ERROR",
  });
};
const nobody: UserSource = { userInfo: noEntry, homedir: noEntry, environment: {}, uid: 54321 };

describe("the user of the system", () => {
  it("is the one that the system names", () => {
    assert.equal(systemUserName(), userInfo().username);
    assert.equal(homeFolder(), homedir());
  });

  it("has a name even if the uid has no user entry", () => {
    assert.equal(systemUserName({ ...nobody, environment: { USER: "dev" } }), "dev");
    assert.equal(systemUserName({ ...nobody, environment: { USER: "", LOGNAME: "dev" } }), "dev");
    assert.equal(systemUserName(nobody), "uid 54321");
    assert.equal(systemUserName({ ...nobody, userInfo: () => ({ username: "" }) }), "uid 54321");
    assert.equal(systemUserName({ ...nobody, uid: undefined }), "unknown");
  });

  it("may have no home folder", () => {
    assert.equal(homeFolder(nobody), undefined);
    assert.equal(homeFolder({ ...nobody, homedir: () => "" }), undefined);
    assert.equal(homeFolder({ ...nobody, homedir: () => "/home/dev" }), "/home/dev");
  });
});
