import { Ajv } from "ajv";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cliSchemas } from "../../../scripts/build/cliSchemas.ts";
import { checkout } from "../../../scripts/editor/editor.ts";
import { commands } from "../../../src/cli/commands.ts";
import { formatSnapshot } from "../../../src/model/snapshot/formatSnapshot.ts";
import { parseSnapshot } from "../../../src/model/snapshot/parseSnapshot.ts";
import { CommandLineWorld } from "../../support/cli/commandLineWorld.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { store } from "../../support/fixtures/store.ts";

const schemas = cliSchemas();
const json = ["--format", "json"];
const plan = "june.release-plan.json";

function assertShape(file: string, value: unknown): void {
  const schema = file in schemas ? schemas[file] : readSchema(file);
  assert.ok(schema, `${file} is missing`);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  assert.ok(ajv.validate(schema, value), `${file}: ${ajv.errorsText()}\n${JSON.stringify(value)}`);
}

function readSchema(file: string): object {
  const schema: unknown = JSON.parse(readFileSync(join(checkout, "media", file), "utf8"));
  assert.ok(typeof schema === "object" && schema !== null);
  return schema;
}

describe("the JSON Schemas of the command line", () => {
  it("exist for each command that names one, and for errors", () => {
    const named = commands().flatMap(({ schema }) => schema ?? []);
    assert.deepEqual([...named, "error.schema.json"].sort(), Object.keys(schemas).sort());
  });

  for (const [name, create] of Object.entries({
    "the local store": () => CommandLineWorld.local(store()),
    "the platform": () => CommandLineWorld.onPlatform(schedulablePacks(3)),
  })) {
    describe(`describe what commands write on ${name}`, () => {
      let world: CommandLineWorld;
      let pack: string;

      before(async () => {
        world = await create();
        pack = world.platform ? "p-0" : "p-never-released";
      });
      after(() => world.dispose());

      const written = async (schema: string, exitCode: number, ...args: readonly string[]) =>
        assertShape(schema, JSON.parse(await world.expect(exitCode, ...args, ...json)));

      it("list, show, history, installations", async () => {
        await written("list.schema.json", 0, "list");
        await written("installations.schema.json", 0, "installations", "--details");
        for (const packId of world.platform ? ["p-0"] : store().packs.map((each) => each.packId)) {
          await written("show.schema.json", 0, "show", packId);
          await written("history.schema.json", 0, "history", packId);
        }
      });

      it("plan, check, notes, apply", async () => {
        await written("release-plan.schema.json", 0, "plan", pack);
        await written("plan.schema.json", 0, "plan", pack, "--out", plan);
        await written("check.schema.json", 0, "check", plan);
        await written("check.schema.json", 0, "check", plan, plan);
        await written("notes.schema.json", 0, "notes", plan);
        const hash = await world.draft(plan, pack);
        await written("apply.schema.json", 0, "apply", plan, "--plan-hash", hash);
        await written("apply.schema.json", 0, "apply", plan, "--plan-hash", hash);
        await written("history.schema.json", 0, "history", pack);
        world.edit(plan, (text) => text.replace(/"to": "[^"]*"/, '"to": "no such version"'));
        await written("check.schema.json", 3, "check", plan);
      });

      it("errors", async () => {
        for (const args of [
          ["list", "--nothing"],
          ["show", "nothing"],
          ["apply", plan],
        ]) {
          const { errorOutput } = await world.call(...args, ...json);
          assertShape("error.schema.json", JSON.parse(errorOutput.trimEnd().split("\n").at(-1) ?? ""));
        }
      });
    });
  }

  it("describe what import and export write", async () => {
    const world = await CommandLineWorld.local(store());
    try {
      const exported = await world.expect(0, "export");
      assert.equal(exported, formatSnapshot(parseSnapshot(exported)));
      assertShape("snapshot.schema.json", JSON.parse(exported));
      assertShape("export.schema.json", JSON.parse(await world.expect(0, "export", "all.json", ...json)));
      assertShape(
        "import.schema.json",
        JSON.parse(await world.expect(0, "import", "all.json", "--yes", ...json)),
      );
    } finally {
      await world.dispose();
    }
  });
});
