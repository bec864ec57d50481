import assert from "node:assert/strict";
import { posix, win32 } from "node:path";
import { resolveStorePath } from "../../../../src/session/store/resolveStorePath.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

const onLinux = { workspaceFolder: "/work/packs", homeFolder: "/home/dev", paths: posix };
const onWindows = { workspaceFolder: "C:\\Work\\packs", homeFolder: "C:\\Users\\dev", paths: win32 };

describe("the path of the store that the settings name", () => {
  for (const [chosen, expected] of [
    ["/data/store.db", "/data/store.db"],
    ["store.db", "/work/packs/store.db"],
    ["../shared/store.db", "/work/shared/store.db"],
    ["~/store.db", "/home/dev/store.db"],
    ["~other/store.db", "/work/packs/~other/store.db"],
    ["${workspaceFolder}/store.db", "/work/packs/store.db"],
    ["/data//a/../store.db", "/data/store.db"],
    ["a:b.db", "/work/packs/a:b.db"],
  ] as const) {
    it(`is ${expected} for ${chosen} on Linux`, () => {
      assert.equal(resolveStorePath(chosen, onLinux), expected);
    });
  }

  for (const [chosen, expected] of [
    ["D:\\Data\\store.db", "D:\\Data\\store.db"],
    ["D:/Data/store.db", "D:\\Data\\store.db"],
    ["store.db", "C:\\Work\\packs\\store.db"],
    ["~\\store.db", "C:\\Users\\dev\\store.db"],
    ["${workspaceFolder}\\..\\store.db", "C:\\Work\\store.db"],
    ["\\\\server\\share\\store.db", "\\\\server\\share\\store.db"],
    ["//server/share/store.db", "\\\\server\\share\\store.db"],
  ] as const) {
    it(`is ${expected} for ${chosen} on Windows`, () => {
      assert.equal(resolveStorePath(chosen, onWindows), expected);
    });
  }

  it("contains folders literally, whatever characters they have", () => {
    for (const name of ["a$$b", "a$&b", "a$`b", "a$'b", "$1", "~", "${workspaceFolder}"]) {
      const surroundings = { ...onLinux, workspaceFolder: `/work/${name}`, homeFolder: `/home/${name}` };
      assert.equal(resolveStorePath("${workspaceFolder}/x.db", surroundings), `/work/${name}/x.db`);
      assert.equal(resolveStorePath("~/x.db", surroundings), `/home/${name}/x.db`);
    }
  });

  it("is refused if it is one of another system, with an example", () => {
    for (const chosen of [
      "C:\\Data\\store.db",
      "c:/Data/store.db",
      "\\\\server\\share\\store.db",
      "data\\store.db",
      "~\\store.db",
      "${workspaceFolder}\\store.db",
      "file:///data/store.db",
      "vscode-remote://host/store.db",
    ]) {
      throwsWith(() => resolveStorePath(chosen, onLinux), "InvalidRequest", /storePath/, /\/data\/store\.db/);
    }
    for (const chosen of ["/home/dev/store.db", "C:store.db", "file:///C:/store.db"]) {
      throwsWith(() => resolveStorePath(chosen, onWindows), "InvalidRequest", /storePath/, /C:\\Data/);
    }
  });

  it("starts at the home folder without a workspace folder, and is refused without either", () => {
    const noFolder = { ...onLinux, workspaceFolder: undefined };
    assert.equal(resolveStorePath("store.db", noFolder), "/home/dev/store.db");
    assert.equal(resolveStorePath("${workspaceFolder}/store.db", noFolder), "/home/dev/store.db");
    const nothing = { ...noFolder, homeFolder: undefined };
    for (const chosen of ["store.db", "~/store.db", "${workspaceFolder}/store.db"]) {
      throwsWith(
        () => resolveStorePath(chosen, nothing),
        "InvalidRequest",
        /no home folder/,
        /absolute path/,
      );
    }
    assert.equal(resolveStorePath("/data/store.db", nothing), "/data/store.db");
  });
});
