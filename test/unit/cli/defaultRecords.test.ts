import assert from "node:assert/strict";
import { posix, win32 } from "node:path";
import { defaultRecords } from "../../../src/cli/backend/defaultRecords.ts";

const connection = {
  baseUrl: "https://api.boomi.com",
  accountId: "acme-1AB2C3",
  overrideAccount: "",
  user: "dev@example.com",
  token: "",
};

describe("the file that records what the command line sends", () => {
  const on = (platform: NodeJS.Platform, environment: Readonly<Record<string, string>>) =>
    defaultRecords(connection, environment, platform);

  it("is on Windows in the local application data, with paths of Windows", () => {
    const file = on("win32", { LOCALAPPDATA: "C:\\Users\\Dev User\\AppData\\Local" });
    assert.equal(win32.dirname(file), "C:\\Users\\Dev User\\AppData\\Local\\integration-packs");
    assert.match(win32.basename(file), /^api\.boomi\.com-acme-1AB2C3-[0-9a-f]{12}\.db$/);
    assert.doesNotMatch(file, /\//);
    assert.equal(
      win32.dirname(on("win32", { HOME: "D:\\Home" })),
      "D:\\Home\\AppData\\Local\\integration-packs",
    );
    assert.equal(
      win32.dirname(on("win32", { LOCALAPPDATA: "\\\\server\\profiles\\dev" })),
      "\\\\server\\profiles\\dev\\integration-packs",
    );
  });

  it("is on Linux in the state folder, and on macOS in Application Support", () => {
    assert.equal(posix.dirname(on("linux", { XDG_STATE_HOME: "/state" })), "/state/integration-packs");
    assert.equal(
      posix.dirname(on("linux", { XDG_STATE_HOME: "relative", HOME: "/home/dev" })),
      "/home/dev/.local/state/integration-packs",
    );
    assert.equal(
      posix.dirname(on("darwin", { HOME: "/Users/dev" })),
      "/Users/dev/Library/Application Support/integration-packs",
    );
  });
});
