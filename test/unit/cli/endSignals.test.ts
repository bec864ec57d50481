import assert from "node:assert/strict";
import { endSignals } from "../../../src/cli/terminal/processSurroundings.ts";

describe("the signals that end a program", () => {
  it("are on Windows also a closed console and Ctrl+Break, which mean to end in order", () => {
    const signals = new Map(endSignals("win32"));
    assert.deepEqual([signals.get("SIGHUP"), signals.get("SIGBREAK")], ["SIGTERM", "SIGTERM"]);
  });

  for (const platform of ["linux", "darwin"] as const) {
    it(`leave SIGHUP to nohup: ${platform}`, () => {
      assert.deepEqual(
        endSignals(platform).map(([signal]) => signal),
        ["SIGINT", "SIGTERM"],
      );
    });
  }
});
