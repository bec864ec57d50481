import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installationError } from "../../../../scripts/install/installationError.ts";
import { installPackage, NpmError } from "../../../../scripts/install/npm.ts";
import { UserError } from "../../../../scripts/userError.ts";

/** What npm prints, by the kind of failure; with the line that a user gets. */
const failures: readonly (readonly [kind: string, output: string, line: RegExp])[] = [
  [
    "the name of the registry cannot be resolved",
    `npm error code ENOTFOUND
npm error syscall getaddrinfo
npm error errno ENOTFOUND
npm error network request to https://registry.npmjs.org/code-server failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org
npm error network This is a problem related to network connectivity.`,
    /^Thing 1 cannot be installed: the package registry registry\.npmjs\.org cannot be reached \(ENOTFOUND\)\. Check the network/,
  ],
  [
    "the network is down, in the words of an earlier npm",
    `npm ERR! code EAI_AGAIN
npm ERR! syscall getaddrinfo
npm ERR! errno EAI_AGAIN
npm ERR! request to https://registry.npmjs.org/npm failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org`,
    /registry\.npmjs\.org cannot be reached \(EAI_AGAIN\)/,
  ],
  [
    "the certificate of the registry is not trusted",
    `npm error code SELF_SIGNED_CERT_IN_CHAIN
npm error errno SELF_SIGNED_CERT_IN_CHAIN
npm error request to https://registry.example.com/npm failed, reason: self-signed certificate in certificate chain`,
    /the certificate of the package registry registry\.example\.com is not trusted .* Set "cafile"/,
  ],
  [
    "the registry wants a sign-in",
    `npm error code E401
npm error Incorrect or missing password.`,
    /the package registry refuses access \(E401\)\. Run `npm login`/,
  ],
  [
    "the registry lacks the package",
    `npm error code E404
npm error 404 Not Found - GET https://registry.example.com/code-server - not found`,
    /does not have a package of it \(E404\)/,
  ],
  [
    "the disk is full",
    `npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write
npm error code ENOSPC
npm error syscall write
npm error errno -28
npm error nospc ENOSPC: no space left on device, write`,
    /there is no space left \(ENOSPC\)\. Make room for \/cache/,
  ],
  [
    "npm's own cache cannot be written",
    `npm error code EACCES
npm error syscall mkdir
npm error path /home/someone/.npm/_cacache
npm error errno -13`,
    /\/home\/someone\/\.npm\/_cacache cannot be written \(EACCES\)/,
  ],
];

describe("the error of an installation", () => {
  for (const [kind, output, line] of failures) {
    it(`is one line when ${kind}`, () => {
      const error = installationError("Thing 1", "/cache", new NpmError(["ci"], output));
      assert.ok(error instanceof UserError, String(error));
      assert.match(error.message, line);
      assert.doesNotMatch(error.message, /\n/);
    });
  }

  it("is one line when tar finds no space", () => {
    const fault = new Error("tar -x ended with 2:\ntar: lib/a.so: Cannot write: No space left on device");
    const error = installationError("Thing 1", "/cache", fault);
    assert.ok(error instanceof UserError, String(error));
    assert.match(error.message, /^Thing 1 cannot be installed: there is no space left \(ENOSPC\)\. .*$/);
  });

  it("is npm's own, with its output, when a user cannot fix it", () => {
    const fault = new NpmError(["ci"], "npm error code EUSAGE\nnpm error The lock file is not in sync.");
    assert.equal(installationError("Thing 1", "/cache", fault), fault);
    assert.match(fault.message, /^npm ci failed:\n.*not in sync/s);
  });

  it("is one line when npm succeeds but could not write a file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "integration-packs-npm-"));
    const { npm_execpath: program } = process.env;
    process.env.npm_execpath = join(folder, "npm-cli.js");
    writeFileSync(
      process.env.npm_execpath,
      'console.error("npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write");',
    );
    try {
      await assertOneLine(folder, /^Thing 1 cannot be installed: there is no space left \(ENOSPC\)\. .*$/);
    } finally {
      if (program === undefined) delete process.env.npm_execpath;
      else process.env.npm_execpath = program;
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("is one line when npm finds no registry", async function () {
    this.timeout(60_000);
    const folder = mkdtempSync(join(tmpdir(), "integration-packs-npm-"));
    const { npm_config_registry: registry } = process.env;
    // Nothing listens on this port.
    process.env.npm_config_registry = "http://127.0.0.1:1";
    try {
      await assertOneLine(folder, /^Thing 1 .* 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\).*$/);
    } finally {
      if (registry === undefined) delete process.env.npm_config_registry;
      else process.env.npm_config_registry = registry;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Asserts that a package cannot be installed into the folder, and that the user gets this line. */
async function assertOneLine(folder: string, line: RegExp): Promise<void> {
  const failure: unknown = await installPackage(folder, { name: "code-server", version: "1.0.0" }).then(
    () => assert.fail("it was installed"),
    (error: unknown) => installationError("Thing 1", folder, error),
  );
  assert.ok(failure instanceof UserError, String(failure));
  assert.match(failure.message, line);
  assert.doesNotMatch(failure.message, /\n/);
}
