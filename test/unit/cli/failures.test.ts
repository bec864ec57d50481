import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { commands } from "../../../src/cli/commands.ts";
import { schemas } from "../../../src/cli/schemas.ts";
import { callCli, type CallOptions } from "../../support/cli/commandLine.ts";
import { environmentOf } from "../../support/cli/commandLineWorld.ts";
import { store } from "../../support/fixtures/store.ts";
import { PlatformStandIn } from "../../support/platform/standIn/platformStandIn.ts";
import { LocalStores } from "../../support/store/localStores.ts";

const plan = "june.release-plan.json";

const failureSchema = v.pipe(
  v.looseObject({ code: v.string(), message: v.string(), advice: v.string() }),
  v.check((failure) => v.is(schemas["error.schema.json"] ?? v.never(), failure), "not the documented shape"),
);

describe("an error of the command line in JSON", () => {
  let stores: LocalStores;
  let platform: PlatformStandIn;
  let planHash: string;

  /** Arguments with which each command begins its work. */
  const calls: Readonly<Record<string, () => readonly string[]>> = {
    list: () => [],
    show: () => ["Order to Cash"],
    history: () => ["Order to Cash"],
    installations: () => [],
    plan: () => ["--all"],
    check: () => [plan],
    notes: () => [plan],
    apply: () => [plan, "--plan-hash", planHash],
    import: () => ["packs.json", "--yes"],
    export: () => [],
    "records migrate": () => [],
    "records move": () => ["records.db"],
    scheduler: () => ["--once"],
    mcp: () => [],
  };
  const names = commands().map(({ name }) => name);
  const isOnRecords = (name: string) => name.startsWith("records ");
  // The tools of agents report their errors to the client, and an import makes the store.
  const onStores = names.filter((name) => !isOnRecords(name) && name !== "mcp" && name !== "import");

  before(async () => {
    stores = new LocalStores();
    await stores.openWith(store());
    platform = await PlatformStandIn.start(store());
    const drafting = ["plan", "--all", "--store", stores.file, "--out", plan, "--format", "json"];
    const { output } = await callCli(drafting, { workingFolder: stores.folder });
    planHash = v.parse(v.looseObject({ planHash: v.string() }), JSON.parse(output)).planHash;
    writeFileSync(join(stores.folder, "packs.json"), JSON.stringify(store()));
    writeFileSync(join(stores.folder, "damaged.db"), "This is no database.");
    writeFileSync(join(stores.folder, "records.db"), "These are no records.");
  });

  after(async () => {
    await platform.stop();
    stores.dispose();
  });

  /** Calls a command that fails with one of the exit codes and writes nothing else. Resolves to the error. */
  async function failure(
    exitCodes: readonly number[],
    name: string,
    args: readonly string[],
    options: CallOptions = {},
  ) {
    const call = [...name.split(" "), ...(calls[name]?.() ?? []), ...args, "--format", "json"];
    return failureOf(exitCodes, call, options);
  }

  async function failureOf(exitCodes: readonly number[], call: readonly string[], options: CallOptions) {
    const { exitCode, output, errorOutput } = await callCli(call, {
      workingFolder: stores.folder,
      ...options,
    });
    const title = `${call.join(" ")}: ${exitCode} ${output}${errorOutput}`;
    assert.ok(exitCodes.includes(exitCode), title);
    assert.equal(output, "", title);
    const [line = "", ...notes] = errorOutput.trimEnd().split("\n").reverse();
    for (const note of notes) assert.doesNotMatch(note, /^error|^\{/, title);
    const reported = v.parse(failureSchema, JSON.parse(line));
    assert.match(reported.message, /^\S/, title);
    assert.match(reported.advice, /^[A-Z].*[.)]$/s, title);
    return reported;
  }

  it("is tested for every command", () => {
    assert.deepEqual(Object.keys(calls).sort(), [...names].sort());
  });

  for (const name of names) {
    it(`says what to do about wrong arguments: ${name}`, async () => {
      assert.equal((await failure([2], name, ["--nothing"])).code, "InvalidRequest");
      assert.match((await failure([2], name, ["--token", "s3cret"])).advice, /BOOMI_TOKEN/);
      const { advice } = await failure([2], name, []);
      assert.match(advice, isOnRecords(name) ? /--records/ : /--store FILE/);
    });
  }

  for (const name of onStores) {
    it(`says what to do about a store that is missing or damaged: ${name}`, async () => {
      assert.match((await failure([2], name, ["--store", "missing.db"])).advice, /import/);
      assert.equal((await failure([1], name, ["--store", "damaged.db"])).code, "StoreUnavailable");
    });
  }

  // An export is of a store only, and a scheduler without anything that is due asks nothing.
  for (const name of onStores.filter((each) => each !== "export" && each !== "scheduler")) {
    it(`says what to do about an account that is not named, not signed in, or not there: ${name}`, async () => {
      assert.match((await failure([2], name, ["--platform"])).advice, /BOOMI_TOKEN/);
      const args = ["--platform", "--records", "sent.db"];
      const environment = environmentOf(platform);
      await failure([1, 2], name, args, { environment: { ...environment, BOOMI_TOKEN: "wrong" } });
      await failure([1, 2], name, args, {
        environment: { ...environment, BOOMI_BASE_URL: "http://127.0.0.1:1" },
      });
    });
  }

  for (const name of names.filter(isOnRecords)) {
    it(`says what to do about records that are not there: ${name}`, async () => {
      const args = ["--records", "postgres://owner@127.0.0.1:1/packs?sslmode=disable"];
      await failure([1, 2], name, args);
    });
  }

  it("says what to do where a result cannot be written", async () => {
    const write = () => Promise.reject(new Error("ENOSPC: no space left on device, write"));
    for (const name of ["list", "show", "history", "installations", "plan", "check", "notes", "export"]) {
      const { advice } = await failure([1], name, ["--store", stores.file], { write });
      assert.match(advice, /Make room/);
    }
  });

  it("says what to do where a person does not confirm", async () => {
    const answered = { isTerminal: true, answers: ["no"] };
    for (const call of [
      ["apply", plan],
      ["import", "packs.json"],
    ]) {
      const options = [...call, "--store", stores.file, "--format", "json"];
      assert.match((await failureOf([1], options, answered)).message, /not confirmed/);
    }
  });
});
