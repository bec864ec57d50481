import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../src/cli/commands.ts";
import { hashPlan } from "../../src/backend/hashPlan.ts";
import { parsePlan } from "../../src/model/plan/file/parsePlan.ts";
import manifest from "../../package.json" with { type: "json" };
import { environmentOf } from "../support/cli/commandLineWorld.ts";
import { InstalledCli, runProgram } from "../support/cli/installedCli.ts";
import { schedulablePacks } from "../support/fixtures/schedulablePacks.ts";
import { store } from "../support/fixtures/store.ts";
import { on } from "../support/platform/standIn/faults.ts";
import { PlatformStandIn } from "../support/platform/standIn/platformStandIn.ts";
import { Gate } from "../support/time/gate.ts";
import { until } from "../support/time/until.ts";

/** Whether the command works on shared records, not on a store or an account. */
function needsServer(name: string): boolean {
  return name.startsWith("records ");
}

describe("the package of the command line", () => {
  let cli: InstalledCli;

  before("make it and install it without a network", async () => (cli = await InstalledCli.install()));
  after(() => cli.dispose());

  it("writes the version and no warning", async () => {
    const { exitCode, output, errorOutput } = await cli.run(["--version"]);
    assert.deepEqual([exitCode, output, errorOutput], [0, `${manifest.version}\n`, ""]);
  });

  it("describes every command", async () => {
    for (const { name } of commands()) {
      const { exitCode, output, errorOutput } = await cli.run([...name.split(" "), "--help"]);
      assert.deepEqual([exitCode, errorOutput], [0, ""], name);
      assert.match(output, /Examples:/);
    }
  });

  it("runs every command on a local store, without warnings", async () => {
    writeFileSync(join(cli.folder, "packs.json"), JSON.stringify(store()));
    const hashOf = (file: string) => hashPlan(parsePlan(readFileSync(join(cli.folder, file), "utf8")));
    const calls: Readonly<Record<string, () => string[]>> = {
      import: () => ["packs.json", "--yes"],
      list: () => [],
      show: () => ["Order to Cash"],
      history: () => ["Order to Cash"],
      installations: () => [],
      plan: () => ["Order to Cash", "--out", "june.json"],
      check: () => ["june.json"],
      notes: () => ["june.json"],
      apply: () => ["june.json", "--plan-hash", hashOf("june.json")],
      export: () => ["all.json"],
      scheduler: () => ["--once"],
      // Its input is at its end.
      mcp: () => [],
    };
    const names = commands().map(({ name }) => name);
    assert.deepEqual(names.filter((name) => !needsServer(name)).sort(), Object.keys(calls).sort());
    for (const [name, argumentsOf] of Object.entries(calls)) {
      const args = [...name.split(" "), ...argumentsOf(), "--store", "packs.db"];
      const { exitCode, errorOutput } = await cli.run(args);
      assert.deepEqual([exitCode, errorOutput], [0, ""], args.join(" "));
    }
    assert.ok(existsSync(join(cli.folder, "all.json")));
  });

  it("runs the commands for shared records as far as their server", async () => {
    const address = "postgres://owner@127.0.0.1:1/packs?sslmode=disable";
    writeFileSync(join(cli.folder, "no-records.db"), "This is no database.");
    for (const { name, parameters } of commands().filter((command) => needsServer(command.name))) {
      const files = parameters.map(() => "no-records.db");
      const args = [...name.split(" "), ...files, "--records", address, "--format", "json"];
      const { exitCode, output, errorOutput } = await cli.run(args);
      assert.ok(exitCode === 1 || exitCode === 2, `${args.join(" ")}: ${errorOutput}`);
      assert.equal(output, "");
      assert.match(errorOutput, /"code":"(StoreUnavailable|InvalidRequest)"/);
    }
  });

  it("reads a Boomi account, and says once where it stores what is sent", async () => {
    const platform = await PlatformStandIn.start(schedulablePacks(2));
    try {
      const environment = { ...environmentOf(platform), XDG_STATE_HOME: cli.folder, HOME: cli.folder };
      const first = await cli.run(["list", "--platform"], { environment });
      assert.equal(first.exitCode, 0, first.errorOutput);
      assert.match(first.output, /Pack 0 .*\nPack 1 /);
      assert.match(first.errorOutput, /Created ".*integration-packs\/127\.0\.0\.1.*\.db"/);
      const second = await cli.run(["list", "--platform"], { environment });
      assert.equal(second.errorOutput, "");
    } finally {
      await platform.stop();
    }
  });

  it("sends one release on SIGINT, waits for its outcome, and ends with exit code 4", async () => {
    const platform = await PlatformStandIn.start(schedulablePacks(2));
    try {
      const environment = { ...environmentOf(platform), INTEGRATION_PACKS_RECORDS: "records.db" };
      await cli.run(["plan", "--all", "--platform", "--out", "all-packs.json"], { environment });
      const hash = hashPlan(parsePlan(readFileSync(join(cli.folder, "all-packs.json"), "utf8")));
      const gate = new Gate();
      const release = on("ReleaseIntegrationPack", "create");
      platform.faults.plan(release, { kind: "held", gate });
      const running = cli.start(["apply", "all-packs.json", "--platform", "--plan-hash", hash], {
        environment,
      });
      await until("the release", () => platform.log.find(release));
      running.signal("SIGINT");
      await until("the note", () => /Nothing more is sent/.test(running.errorOutput) || undefined);
      gate.open();
      assert.equal((await running.ended).exitCode, 4);
      assert.equal(platform.log.filter(release).length, 1);
    } finally {
      await platform.stop();
    }
  });

  it("ends quietly where nobody reads its output, and with 1 on a full disk", async () => {
    writeFileSync(join(cli.folder, "many.json"), JSON.stringify(schedulablePacks(10_000, 1)));
    await cli.run(["import", "many.json", "--yes", "--store", "many.db"]);
    const shell = (script: string) => runProgram("sh", ["-c", script, cli.program], { folder: cli.folder });
    for (const [format, firstLine] of [
      ["text", /^Name /],
      ["markdown", /^\| Name \|/],
      ["json", /^\{$/m],
    ] as const) {
      const list = `"$0" list --store many.db --format ${format}`;
      const closed = await shell(`{ ${list}; echo "ended with $?" >&2; } | head -1`);
      assert.match(closed.output, firstLine);
      assert.equal(closed.errorOutput, "ended with 0\n");
    }
    if (!existsSync("/dev/full")) return;
    const full = await shell('"$0" list --store many.db > /dev/full');
    assert.equal(full.exitCode, 1);
    assert.match(full.errorOutput, /could not be written.*ENOSPC/);
  });

  it("applies a plan where its output is closed", async () => {
    writeFileSync(join(cli.folder, "two.json"), JSON.stringify(schedulablePacks(2)));
    const options = { environment: { INTEGRATION_PACKS_STORE: "two.db" } };
    await cli.run(["import", "two.json", "--yes"], options);
    await cli.run(["plan", "--all", "--out", "two-plan.json"], options);
    const hash = hashPlan(parsePlan(readFileSync(join(cli.folder, "two-plan.json"), "utf8")));
    const script = `{ sleep 0.1; "$0" apply two-plan.json --plan-hash ${hash}; echo $? >&2; } | true`;
    const { errorOutput } = await runProgram("sh", ["-c", script, cli.program], {
      folder: cli.folder,
      ...options,
    });
    assert.equal(errorOutput, "0\n");
    const { output } = await cli.run(["list"], options);
    assert.equal(output.match(/up to date/g)?.length, 2);
  });

  it("runs in a locale without UTF-8", async () => {
    const environment = { LC_ALL: "C", LANG: "C" };
    const { exitCode, output } = await cli.run(["list", "--store", "packs.db"], { environment });
    assert.equal(exitCode, 0);
    assert.match(output, /Order to Cash/);
  });

  it("says on an old Node.js which one it needs", async function () {
    const old = ["/usr/bin/node", "/usr/local/bin/node"].find(existsSync);
    const version = old && (await runProgram(old, ["--version"])).output;
    // Without one on this machine, the check itself is tested by unit tests.
    if (!old || !version || !/^v(1\d|20|21)\./.test(version)) return this.skip();
    const { exitCode, output, errorOutput } = await runProgram(old, [cli.program, "list"]);
    assert.deepEqual([exitCode, output], [1, ""]);
    assert.match(
      errorOutput,
      /^integration-packs needs Node\.js 22\.16 or later, and this is \d+\.\d+\.\d+\..*\n$/,
    );
  });
});
