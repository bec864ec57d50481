import assert from "node:assert/strict";
import fc from "fast-check";
import { readInstances } from "../../../../../src/backend/platform/installations/accountInstances.ts";
import { IntegrationPacksError } from "../../../../../src/errors/errors.ts";
import { isRow, type Row } from "../../../../support/platform/standIn/platformObject.ts";
import { answered, scriptedClient } from "../../../../support/platform/scripted/scriptedClient.ts";

describe("whatever rows an account answers about its packs", () => {
  const id = fc.constantFrom("", "1", "2", "3", undefined, 4, true);
  const packId = fc.constantFrom("p", "q", "other", "", undefined, null);
  const processes = fc.constantFrom(undefined, [], { name: "Process" }, [{ originalProcessId: "c" }], "?");
  const row = fc.oneof(
    { weight: 9, arbitrary: fc.record({ id, integrationPackId: packId, ProcessId: processes }) },
    fc.anything(),
  );
  const packIds = fc.constantFrom(["p"], ["p", "q"]);

  it("a pack with an installation of its own is never missing, and one without any row is never found", () =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), packIds, async (rows, asked) => {
        // As they come over the wire.
        const body = JSON.stringify({ result: rows.map((each) => each ?? null) });
        const own = rowsIn(JSON.parse(body)).filter((each) => each["integrationPackId"] === "p");
        const ids = new Set(own.map(({ id: given }) => textIn(given)).filter((text) => text !== ""));
        const { client } = scriptedClient(() => answered(200, body));
        try {
          const count = (await readInstances(client, asked)).get("p")?.count ?? assert.fail();
          if (own.length > 0) assert.ok(count >= Math.max(1, ids.size));
          if (asked.length > 1) assert.equal(count, ids.size || Number(own.length > 0));
        } catch (error) {
          // Nothing is said about the pack then.
          assert.ok(error instanceof IntegrationPacksError && error.code === "Unreachable", String(error));
          assert.ok(asked.length > 1 || own.length === 0);
        }
      }),
      { numRuns: 500 },
    ));
});

function rowsIn(content: unknown): Row[] {
  const rows: unknown = isRow(content) ? content["result"] : undefined;
  return Array.isArray(rows) ? rows.filter(isRow) : [];
}

function textIn(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}
