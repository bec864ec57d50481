import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callCli } from "../../support/cli/commandLine.ts";
import { CommandLineWorld } from "../../support/cli/commandLineWorld.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { store } from "../../support/fixtures/store.ts";
import { LocalStores } from "../../support/store/localStores.ts";

describe("import and export by the command line", () => {
  let world: CommandLineWorld;
  const snapshot = "packs.integration-packs.json";

  beforeEach(async () => {
    world = await CommandLineWorld.local(store());
    writeFileSync(join(world.folder, snapshot), JSON.stringify(schedulablePacks(2)));
  });
  afterEach(() => world.dispose());

  const packCount = async () => (await world.colleague.listPackSummaries()).length;

  it("replaces a store that an editor has open, and keeps a backup", async () => {
    const output = await world.expect(0, "import", snapshot, "--yes", "--format", "json");
    const report: unknown = JSON.parse(output);
    assert.ok(typeof report === "object" && report !== null && "backup" in report);
    assert.ok(existsSync(String(report.backup)));
    assert.equal(await packCount(), 2);
  });

  it("makes a store where there is none", async () => {
    const stores = new LocalStores();
    try {
      const args = ["import", join(world.folder, snapshot), "--store", stores.file];
      assert.equal((await callCli(args)).exitCode, 2);
      assert.equal(existsSync(stores.file), false, "it was made without a confirmation");
      assert.equal((await callCli([...args, "--yes"])).exitCode, 0);
      assert.equal((await (await stores.open()).listPackSummaries()).length, 2);
    } finally {
      stores.dispose();
    }
  });

  it("asks on a terminal, and changes nothing without a yes", async () => {
    const before = await packCount();
    const declined = await world.start(["import", snapshot], { isTerminal: true, answers: ["no"] }).result;
    assert.equal(declined.exitCode, 1);
    assert.match(declined.questions.join(), /Replace everything in ".*store\.db" by the 2 packs/);
    assert.equal(await packCount(), before);
    await world.start(["import", snapshot], { isTerminal: true, answers: ["yes"] }).result;
    assert.equal(await packCount(), 2);
  });

  it("refuses what is no snapshot, and a Boomi account", async () => {
    writeFileSync(join(world.folder, snapshot), "[]");
    const { errorOutput } = await world.call("import", snapshot, "--yes");
    assert.match(errorOutput, /The snapshot was not imported/);
    await world.expect(2, "import", snapshot, "--yes");
    await world.expect(2, "import", "missing.json", "--yes");
    assert.equal((await callCli(["import", snapshot, "--platform", "--yes"])).exitCode, 2);
  });

  it("refuses a damaged store and leaves it as it is", async () => {
    const file = join(world.folder, "damaged.db");
    writeFileSync(file, "This is no store.");
    const args = ["import", join(world.folder, snapshot), "--store", file, "--yes"];
    assert.equal((await callCli(args)).exitCode, 1);
    assert.equal(readFileSync(file, "utf8"), "This is no store.");
  });

  it("exports to a file, and leaves nothing behind where that fails", async () => {
    await world.expect(0, "export", "all.json");
    await world.expect(0, "import", "all.json", "--yes");
    await world.expect(1, "export", join("no", "folder.json"));
    await world.expect(1, "plan", "--all", "--out", join("no", "folder.json"));
    assert.deepEqual(
      readdirSync(world.folder).filter((file) => file.endsWith(".tmp")),
      [],
    );
  });
});
