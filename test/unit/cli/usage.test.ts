import assert from "node:assert/strict";
import { isTooOld } from "../../../src/cli/nodeVersion.ts";
import { commands } from "../../../src/cli/commands.ts";
import { helpOf } from "../../../src/cli/parseArguments.ts";
import { toTerminalText } from "../../../src/cli/terminal/terminalText.ts";
import { callCli } from "../../support/cli/commandLine.ts";
import { LocalStores } from "../../support/store/localStores.ts";
import { store } from "../../support/fixtures/store.ts";
import manifest from "../../../package.json" with { type: "json" };

describe("the arguments of the command line", () => {
  it("writes the version and the help to standard output", async () => {
    const version = await callCli(["--version"]);
    assert.deepEqual(version, {
      exitCode: 0,
      output: `${manifest.version}\n`,
      errorOutput: "",
      questions: [],
    });
    const help = await callCli(["--help"]);
    assert.equal(help.exitCode, 0);
    for (const { name } of commands())
      assert.match(help.output, new RegExp(`^  ${name.split(" ")[0] ?? ""}`, "m"));
  });

  it("describes every command with its options and an example", async () => {
    for (const command of commands()) {
      const { exitCode, output } = await callCli([...command.name.split(" "), "--help"]);
      assert.equal(exitCode, 0);
      assert.ok(output.startsWith(helpOf(commands(), command)));
      for (const text of [...command.examples, ...command.options.map(({ flags }) => flags), "--store"]) {
        assert.ok(output.includes(text), `${command.name} --help lacks ${text}`);
      }
    }
  });

  const wrong: readonly (readonly [title: string, args: string[], message: RegExp])[] = [
    ["no command", [], /No command/],
    ["an unknown command", ["lst"], /list/],
    ["an unknown option", ["list", "--foo"], /--foo/],
    ["a format that does not exist", ["list", "--format", "yaml"], /yaml.*text.*json.*markdown/],
    ["a missing argument", ["show", "--store", "s.db"], /PACK/],
    ["too many arguments", ["list", "more", "--store", "s.db"], /too many/i],
    ["no backend", ["list"], /local store or of a Boomi account/],
    ["two backends", ["list", "--store", "s.db", "--platform"], /--store .*--platform/],
    ["records of a local store", ["list", "--store", "s.db", "--records", "r.db"], /--records/],
    ["an empty name of a store", ["list", "--store", ""], /--store/],
  ];
  for (const [title, args, message] of wrong) {
    it(`refuses with exit code 2: ${title}`, async () => {
      const { exitCode, output, errorOutput } = await callCli(args);
      assert.equal(exitCode, 2);
      assert.equal(output, "");
      assert.match(errorOutput, message);
    });
  }

  it("takes the store of the environment, and refuses it beside --platform", async () => {
    const environment = { INTEGRATION_PACKS_STORE: "/nowhere/store.db" };
    const missing = await callCli(["list"], { environment });
    assert.equal(missing.exitCode, 2);
    assert.match(missing.errorOutput, /\/nowhere\/store\.db/);
    const both = await callCli(["list", "--platform"], { environment });
    assert.equal(both.exitCode, 2);
    assert.match(both.errorOutput, /INTEGRATION_PACKS_STORE/);
  });

  for (const argument of [
    "--token",
    "--token=s3cret-token",
    "--boomi-token=s3cret-token",
    "--api_token",
    "--password",
  ]) {
    it(`refuses ${argument.replace(/=.*/, "")} as an option and does not repeat the secret`, async () => {
      const { exitCode, output, errorOutput } = await callCli([
        "list",
        "--platform",
        argument,
        "s3cret-token",
      ]);
      assert.equal(exitCode, 2);
      assert.match(errorOutput, /Shells store the commands that people type/);
      assert.match(errorOutput, /BOOMI_TOKEN/);
      assert.ok(!`${output}${errorOutput}`.includes("s3cret"));
    });
  }

  it("does not repeat the value of an unknown option", async () => {
    const { errorOutput } = await callCli(["list", "--tokn=s3cret-token"]);
    assert.match(errorOutput, /--tokn/);
    assert.ok(!errorOutput.includes("s3cret"));
  });

  it("names everything that is missing for the platform", async () => {
    const { exitCode, errorOutput } = await callCli(["list", "--platform"], {
      environment: { BOOMI_USER: "me" },
    });
    assert.equal(exitCode, 2);
    assert.match(errorOutput, /BOOMI_ACCOUNT_ID, BOOMI_TOKEN is not set/);
  });

  it("refuses records at an address that it does not know, and one with a password", async () => {
    const environment = { BOOMI_ACCOUNT_ID: "a", BOOMI_USER: "me", BOOMI_TOKEN: "s3cret-token" };
    for (const address of ["mysql://me@db.example/records", "postgres://me:s3cret@db.example/records"]) {
      const { exitCode, errorOutput } = await callCli(["list", "--platform", "--records", address], {
        environment,
      });
      assert.equal(exitCode, 2);
      assert.match(errorOutput, /records/);
      assert.ok(!errorOutput.includes("s3cret"));
    }
  });

  it("refuses an address without encryption, and names the variable", async () => {
    const environment = {
      BOOMI_ACCOUNT_ID: "a",
      BOOMI_USER: "me",
      BOOMI_TOKEN: "s3cret-token",
      BOOMI_BASE_URL: "http://boomi.example",
    };
    const { exitCode, errorOutput } = await callCli(["list", "--platform"], { environment });
    assert.equal(exitCode, 2);
    assert.match(errorOutput, /BOOMI_BASE_URL/);
    assert.ok(!errorOutput.includes("s3cret"));
  });

  it("writes an error as JSON in one line: code, message, and what to do", async () => {
    const { errorOutput } = await callCli(["list", "--format", "json"]);
    const report: unknown = JSON.parse(errorOutput);
    assert.ok(typeof report === "object" && report !== null);
    assert.deepEqual(Object.keys(report), ["formatVersion", "code", "message", "advice"]);
    assert.equal(errorOutput.trimEnd().split("\n").length, 1);
  });

  it("makes no store where there is none", async () => {
    const stores = new LocalStores();
    try {
      const { exitCode, errorOutput } = await callCli(["list", "--store", stores.file]);
      assert.equal(exitCode, 2);
      assert.match(errorOutput, /no store .*store\.db/);
    } finally {
      stores.dispose();
    }
  });

  it("reports a result that cannot be written", async () => {
    const stores = new LocalStores();
    try {
      await stores.openWith(store());
      const { exitCode, errorOutput } = await callCli(["list", "--store", stores.file], {
        write: () => Promise.reject(new Error("ENOSPC: no space left on device, write")),
      });
      assert.equal(exitCode, 1);
      assert.match(errorOutput, /could not be written: ENOSPC/);
    } finally {
      stores.dispose();
    }
  });
});

describe("the version of Node.js", () => {
  it("is too old before 22.16", () => {
    const old = ["18.20.8", "20.20.2", "22.0.0", "22.15.1"];
    const recent = ["22.16.0", "22.21.0", "23.0.0", "24.21.0"];
    assert.deepEqual(old.filter(isTooOld), old);
    assert.deepEqual(recent.filter(isTooOld), []);
  });
});

describe("the text of a terminal", () => {
  const terminal = { isTerminal: true, write: () => Promise.resolve() };
  const text = "Müller → 1.0…";

  it("has ASCII alone in a locale without UTF-8", () => {
    for (const environment of [
      { LC_ALL: "C" },
      { LANG: "de_DE.ISO-8859-1" },
      { LC_ALL: "", LC_CTYPE: "POSIX" },
    ]) {
      assert.equal(toTerminalText(text, terminal, environment), "M<U+00FC>ller -> 1.0...");
    }
  });

  it("stays as it is in UTF-8, without a locale, and in a pipe", () => {
    for (const environment of [{}, { LANG: "en_US.UTF-8" }, { LC_ALL: "C.utf8", LANG: "C" }]) {
      assert.equal(toTerminalText(text, terminal, environment), text);
    }
    assert.equal(toTerminalText(text, { ...terminal, isTerminal: false }, { LC_ALL: "C" }), text);
  });
});
