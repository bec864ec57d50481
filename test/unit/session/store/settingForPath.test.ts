import assert from "node:assert/strict";
import path from "node:path";
import { resolveStorePath } from "../../../../src/session/store/resolveStorePath.ts";
import { settingForPath } from "../../../../src/session/store/settingForPath.ts";

const cases = [
  [path.posix, "/work/orders", "/work/orders/integration-packs.db", "integration-packs.db"],
  [path.posix, "/work/orders", "/work/orders/data/packs.db", "data/packs.db"],
  [path.posix, "/work/orders", "/work/orders-2/packs.db", "/work/orders-2/packs.db"],
  [path.posix, "/work/orders", "/mnt/packs.db", "/mnt/packs.db"],
  [path.win32, "C:\\Work\\Orders", "C:\\Work\\Orders\\data\\packs.db", "data/packs.db"],
  [path.win32, "C:\\Work\\Orders", "c:\\work\\orders\\packs.db", "packs.db"],
  [path.win32, "C:\\Work\\Orders", "D:\\packs.db", "D:\\packs.db"],
  [path.win32, "C:\\Work\\Orders", "\\\\server\\share\\packs.db", "\\\\server\\share\\packs.db"],
  [path.win32, "\\\\server\\share\\orders", "\\\\server\\share\\orders\\packs.db", "packs.db"],
] as const;

describe("the setting for the path of a store", () => {
  for (const [paths, workspaceFolder, file, expected] of cases) {
    it(`of ${file}, below ${workspaceFolder} or not`, () => {
      const value = settingForPath(file, { workspaceFolder, paths });
      assert.equal(value, expected);
      const resolved = resolveStorePath(value, { workspaceFolder, homeFolder: undefined, paths });
      assert.equal(paths.relative(resolved, file), "");
    });
  }

  it("is the whole path without a folder", () => {
    assert.equal(
      settingForPath("/mnt/packs.db", { workspaceFolder: undefined, paths: path.posix }),
      "/mnt/packs.db",
    );
  });
});
