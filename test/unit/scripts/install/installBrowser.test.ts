import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "../../../../scripts/editor/browser.ts";
import { installBrowser } from "../../../../scripts/install/installBrowser.ts";
import { UserError } from "../../../../scripts/userError.ts";

const variable = "INTEGRATION_PACKS_BROWSER";

describe("the browser in front of the editor", function () {
  this.timeout(60_000);
  const { PATH, [variable]: chosen } = process.env;
  const platform = Object.getOwnPropertyDescriptor(process, "platform") ?? {};
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-browser-"));
    process.env.PATH = folder;
    process.env[variable] = "";
  });
  afterEach(() => {
    process.env.PATH = PATH;
    process.env[variable] = chosen ?? "";
    Object.defineProperty(process, "platform", platform);
    rmSync(folder, { recursive: true, force: true });
  });

  function program(name: string, content = "#!/bin/sh\n", mode = 0o755): string {
    const file = join(folder, name);
    writeFileSync(file, content, { mode });
    return file;
  }

  async function failure(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => assert.fail("there is a browser"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UserError, String(error));
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }

  for (const name of ["chromium", "google-chrome", "microsoft-edge"]) {
    it(`is an installed ${name}`, async () => {
      const executable = program(name);
      assert.deepEqual(await installBrowser(), { executable, env: {} });
    });
  }

  it("is the one that the setting names, before any other", async () => {
    program("chromium");
    const executable = program("another");
    process.env[variable] = executable;
    assert.deepEqual(await installBrowser(), { executable, env: {} });
  });

  it("is not a program that the setting names and that cannot be started: one line says so", async () => {
    process.env[variable] = program("another", "", 0o644);
    assert.match(await failure(installBrowser()), /^INTEGRATION_PACKS_BROWSER is not a program .*another$/);
  });

  it("has to be installed by the user on a system for which there is none: one line says what", async () => {
    Object.defineProperty(process, "platform", { ...platform, value: "freebsd" });
    assert.match(await failure(installBrowser()), /^No browser was found\. Install Google Chrome, .*\.$/);
  });

  it("is reported in one line, with what it said, when it does not start", async () => {
    process.env[variable] = program(
      "broken",
      "#!/bin/sh\necho libnss3.so: cannot open shared object file >&2\nexit 127\n",
    );
    assert.match(
      await failure(launchBrowser()),
      /^The browser .*broken does not start \(libnss3\.so: cannot open shared object file\)\. Set INTEGRATION_PACKS_BROWSER/,
    );
  });
});
