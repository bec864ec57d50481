import assert from "node:assert/strict";
import { renameFile, type Renaming } from "../../../../src/backend/sqlite/renameFile.ts";

/** A system that refuses the first times with a code, and how often it was asked. */
function refusing(times: number, code: string, platform: NodeJS.Platform): Renaming & { count: number } {
  return {
    platform,
    count: 0,
    rename() {
      this.count += 1;
      if (this.count <= times) throw Object.assign(new Error(code), { code });
    },
  };
}

describe("renaming a file", () => {
  const rename = (system: Renaming) =>
    renameFile("C:\\a.db", "C:\\b.db", { ...system, rename: () => system.rename("", "") });

  for (const code of ["EPERM", "EBUSY", "EACCES"]) {
    it(`is tried again on Windows while a scanner has the file open: ${code}`, () => {
      const system = refusing(2, code, "win32");
      rename(system);
      assert.equal(system.count, 3);
    });
  }

  it("fails on Windows with the reason when the file stays open, and at once for any other reason", () => {
    assert.throws(() => rename(refusing(100, "EBUSY", "win32")), /EBUSY/);
    const system = refusing(1, "ENOENT", "win32");
    assert.throws(() => rename(system), /ENOENT/);
    assert.equal(system.count, 1);
  });

  it("fails at once on other systems, where an open file can be renamed", () => {
    const system = refusing(1, "EPERM", "linux");
    assert.throws(() => rename(system), /EPERM/);
    assert.equal(system.count, 1);
  });
});
