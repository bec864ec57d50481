import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../../src/cli/commands.ts";
import { parseSnapshot } from "../../../src/model/snapshot/parseSnapshot.ts";
import { callCli } from "../../support/cli/commandLine.ts";
import { LocalStores } from "../../support/store/localStores.ts";

const samplesFile = new URL("../../../media/samples.integration-packs.json", import.meta.url);

/** The arguments of a command line, as a shell splits it. What follows `>` is no argument. */
function argumentsOf(example: string): string[] {
  const [line = ""] = example.split(" > ");
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "").slice(1);
}

describe("the examples of the help", () => {
  let stores: LocalStores;

  before(async () => {
    stores = new LocalStores();
    const samples = parseSnapshot(readFileSync(samplesFile, "utf8"));
    const tested = samples.packs.find(({ name }) => name === "Order to Cash") ?? assert.fail();
    // A pack whose versions another one takes; the samples have none.
    const test = { ...tested, packId: "p-test", name: "Order to Cash (Test)", releases: [] };
    await stores.openWith({ ...samples, packs: [...samples.packs, test] });
    writeFileSync(join(stores.folder, "samples.integration-packs.json"), readFileSync(samplesFile));
  });
  after(() => stores.dispose());

  // Those of accounts and records need what only their owners have, and those that serve run until they are stopped.
  const examples = commands()
    .flatMap((command) => command.examples)
    .filter((example) => !/--platform|--records| mcp | scheduler /.test(example));

  it("are those of most commands", () => assert.ok(examples.length >= 10));

  for (const example of examples) {
    it(`runs on the sample packs: ${example}`, async () => {
      const args = argumentsOf(example).filter((each) => each !== "--store" && each !== "packs.db");
      const { exitCode, errorOutput } = await callCli([...args, "--store", stores.file], {
        workingFolder: stores.folder,
        clock: () => new Date("2026-11-01T12:00:00Z"),
        isTerminal: true,
        answers: ["yes"],
      });
      assert.equal(exitCode, 0, errorOutput);
    });
  }
});
