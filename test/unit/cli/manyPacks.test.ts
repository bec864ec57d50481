import assert from "node:assert/strict";
import * as v from "valibot";
import { packRowsSchema } from "../../../src/model/report/reportSchemas.ts";
import { CommandLineWorld } from "../../support/cli/commandLineWorld.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";

const packCount = 10_000;

for (const [name, create] of Object.entries({
  "a local store": () => CommandLineWorld.local(schedulablePacks(packCount, 1)),
  "a Boomi account": () => CommandLineWorld.onPlatform(schedulablePacks(packCount, 1)),
})) {
  describe(`10,000 packs of ${name} on the command line`, () => {
    let world: CommandLineWorld;
    const ids = Array.from({ length: packCount }, (_, at) => `p-${at}`).sort();

    before(async () => (world = await create()));
    after(() => world.dispose());

    it("are all listed as text, each in a line, in the order of their names", async () => {
      const lines = (await world.expect(0, "list")).trimEnd().split("\n").slice(1);
      const names = lines.map((line) => /^(Pack \d+) +p-\d+ /.exec(line)?.[1]);
      assert.deepEqual(
        names,
        Array.from({ length: packCount }, (_, at) => `Pack ${at}`),
      );
      assert.equal(new Set(lines.map((line) => line.indexOf(" p-"))).size, 1, "the columns are aligned");
    });

    it("are all listed as Markdown, each in a row", async () => {
      const rows = (await world.expect(0, "list", "--format", "markdown")).trimEnd().split("\n").slice(2);
      assert.deepEqual(rows.map((row) => /^\| Pack \d+ \| (p-\d+) \|.* \|$/.exec(row)?.[1]).sort(), ids);
    });

    it("are all listed as JSON, and one of them is found by its name", async () => {
      const { packs } = v.parse(
        packRowsSchema,
        JSON.parse(await world.expect(0, "list", "--format", "json")),
      );
      assert.deepEqual(packs.map(({ packId }) => packId).sort(), ids);
      assert.match(await world.expect(0, "show", "Pack 9999"), /^Pack 9999\n/);
    });
  });
}
