import assert from "node:assert/strict";
import { launchOf } from "../../../../scripts/programs/launchOf.ts";

describe("how a program is started", () => {
  const code = "C:\\Users\\Dev User\\AppData\\Local\\Programs\\Microsoft VS Code\\bin\\code.cmd";

  it("is through the shell for a script on Windows, with spaces in paths", () => {
    assert.deepEqual(launchOf(code, ["--new-window", "C:\\My Work"], "win32"), {
      command: `"${code}" "--new-window" "C:\\My Work"`,
      args: [],
      shell: true,
    });
    assert.equal(launchOf("npm", ["run", "package"], "win32").command, '"npm.cmd" "run" "package"');
  });

  it("is without a shell for programs, and on other systems", () => {
    for (const [command, platform] of [
      ["C:\\Program Files\\nodejs\\node.exe", "win32"],
      ["git", "win32"],
      ["npm", "darwin"],
    ] as const) {
      assert.deepEqual(launchOf(command, ["a b"], platform), { command, args: ["a b"], shell: false });
    }
  });
});
