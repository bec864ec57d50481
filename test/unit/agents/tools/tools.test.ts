import assert from "node:assert/strict";
import fc from "fast-check";
import * as v from "valibot";
import { inputJsonSchema, outputJsonSchema } from "../../../../src/agents/tools/toolJsonSchemas.ts";
import { toolNames, type ToolName } from "../../../../src/agents/tools/tool.ts";
import { toolFailure } from "../../../../src/agents/tools/toolFailure.ts";
import { tools } from "../../../../src/agents/tools/tools.ts";
import { errorCodes, IntegrationPacksError } from "../../../../src/errors/errors.ts";
import { toolServices } from "../../../support/agents/toolServices.ts";
import { watchedReads } from "../../../support/agents/watchedReads.ts";
import { hostileText, actingCharacters } from "../../../support/fixtures/hostileText.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

const all = Object.values(tools);

describe("the tools of agents", () => {
  const stores = new LocalStores();
  after(() => stores.dispose());

  it("are listed under their own names", () => {
    assert.deepEqual(
      all.map(({ name }) => name),
      toolNames,
    );
    for (const [name, tool] of Object.entries(tools)) assert.equal(tool.name, name);
  });

  it("have no name of an action that changes something", () => {
    for (const name of toolNames) assert.doesNotMatch(name, /release_|schedule|cancel|delete|import|apply/);
  });

  it("describe their input as an object that has no other keys", () => {
    for (const tool of all) {
      const schema = inputJsonSchema(tool);
      assert.equal(schema["type"], "object", tool.name);
      assert.equal(schema["additionalProperties"], false, tool.name);
      assert.ok(!("$schema" in schema), tool.name);
      for (const [key, property] of Object.entries(schema["properties"] ?? {})) {
        assert.match(JSON.stringify(property), /"description":"[A-Z]/, `${tool.name}: ${key}`);
      }
    }
  });

  it("describe their answer as an object that has no other keys", () => {
    for (const tool of all) {
      const schema = outputJsonSchema(tool);
      assert.equal(schema["type"], "object", tool.name);
      assert.equal(schema["additionalProperties"], false, tool.name);
      assert.deepEqual(Reflect.get(schema["properties"] ?? {}, "formatVersion"), { const: 1 }, tool.name);
    }
  });

  it("refuse every key that they do not name, with its path", async () => {
    const services = toolServices(await stores.open());
    for (const tool of all) {
      const input = { packId: ids.orderToCash, componentId: "c", from: "1", to: "2", plan: {}, all: true };
      const known = Object.keys(inputJsonSchema(tool)["properties"] ?? {});
      const named = Object.fromEntries(Object.entries(input).filter(([key]) => known.includes(key)));
      const call = tool.call(services, { ...named, release: true });
      await rejectsWith(call, "InvalidRequest", new RegExp(tool.name), /release: there is no such key/);
    }
  });

  it("refuse an input that is no object", async () => {
    const services = toolServices(await stores.open());
    for (const tool of all) {
      for (const input of [undefined, null, 1, "list", [], [{}]]) {
        await rejectsWith(tool.call(services, input), "InvalidRequest");
      }
    }
  });

  it("only read, whatever an agent calls them with", async () => {
    const backend = await stores.openWith(store());
    const before = JSON.stringify(await backend.snapshots.export());
    const used = new Set<string>();
    const services = toolServices(watchedReads(backend, used));
    const { plan } = await backend.plans.draft({ packIds: "all" });
    const valid: Readonly<Record<ToolName, object>> = {
      list_packs: {},
      show_pack: { packId: ids.orderToCash, componentId: ids.createOrder },
      pack_history: { packId: ids.orderToCash },
      compare_versions: {
        componentId: ids.createOrder,
        from: "1.0",
        to: "1.1",
        includedComponentId: "c-map",
      },
      list_installations: {},
      check_plan: { plan },
      draft_plan: { packIds: [ids.orderToCash], date: "2096-01-01" },
    };
    for (const name of toolNames) await tools[name].call(services, valid[name]);
    assert.ok(used.has("plans.draft") && used.has("plans.check") && used.has("history"));
    const text = fc.oneof(
      fc.constantFrom(...Object.values(ids), "1.0", "1.1", "hotfix-7", "c-map", hostileText),
      fc.string({ unit: "binary", maxLength: 300 }),
    );
    const value = fc.oneof(
      { weight: 5, arbitrary: text },
      fc.integer(),
      fc.constantFrom(true, plan, { ...plan, date: "2096-01-01", timeZone: "Europe/Berlin" }),
      fc.array(text, { maxLength: 4 }),
      fc.anything(),
    );
    const key = fc.constantFrom(
      ...["packId", "componentId", "offset", "from", "to", "includedComponentId", "plan", "packIds", "all"],
      ...["versionsFrom", "date", "timeZone", "scheduleWith", "name", "notes", "filter", "confirmed"],
    );
    const input = fc.oneof(
      { weight: 9, arbitrary: fc.dictionary(key, value, { maxKeys: 4 }) },
      fc.constantFrom(...Object.values(valid)),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), input, async (tool, arbitrary) => {
        try {
          const answer = await tool.call(services, arbitrary);
          assert.equal(Reflect.get(answer, "formatVersion"), 1);
          v.parse(tool.output, answer);
        } catch (error) {
          assert.ok(error instanceof IntegrationPacksError, String(error));
        }
      }),
      { numRuns: 400 },
    );
    assert.equal(JSON.stringify(await backend.snapshots.export()), before);
  });
});

describe("a failure of a tool", () => {
  it("says for every code what to do next, in one visible line", () => {
    for (const code of errorCodes) {
      const failure = toolFailure(new IntegrationPacksError(code, hostileText));
      assert.equal(failure.code, code);
      assert.match(failure.next, /^[A-Z].*\.$/);
      assert.doesNotMatch(failure.message, actingCharacters);
    }
    assert.equal(toolFailure(new TypeError("x")).code, "Unexpected");
  });
});
