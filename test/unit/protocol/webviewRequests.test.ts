import assert from "node:assert/strict";
import fc from "fast-check";
import * as v from "valibot";
import { detailsRequestSchema } from "../../../src/protocol/details.ts";
import { wizardRequestSchema } from "../../../src/protocol/wizard.ts";

const confirmed = { versions: { "c-1": "1.0" }, expected: "{}", replaceScheduled: false };

const pages = [
  {
    page: "the wizard",
    schema: wizardRequestSchema,
    requests: [
      { type: "ready" },
      { type: "reload" },
      { type: "release", ...confirmed },
      { type: "schedule", ...confirmed, date: "2026-12-01", timeZone: "Europe/Berlin" },
      { type: "close" },
      { type: "confirmLeaving", componentIds: ["c-1"] },
      { type: "showPack" },
      { type: "addToAccountGroup" },
      { type: "signIn" },
      { type: "compare", versions: {}, componentId: "c-1" },
      { type: "releaseNotes", versions: {}, action: "copy" },
      { type: "selectTimeZone" },
      { type: "loadDetails", packageId: "k-1", part: "version" },
      { type: "copy", text: "c-1" },
      { type: "undelete", componentId: "c-1" },
    ],
  },
  {
    page: "the details",
    schema: detailsRequestSchema,
    requests: [
      { type: "loadDetails", packageId: "k-1", part: "deployments" },
      { type: "copy", text: "k-1" },
    ],
  },
];

for (const { page, schema, requests } of pages) {
  const accepts = (message: unknown) => v.safeParse(schema, message).success;

  describe(`requests of ${page}`, () => {
    it("are accepted", () => {
      const types = schema.options.map((option) => option.entries.type.literal);
      assert.deepEqual(requests.map(({ type }) => type).sort(), types.sort());
      for (const request of requests) assert.ok(accepts(request), request.type);
    });

    it("are refused with an extra key, a missing key, or a value of another type", () => {
      for (const request of requests) {
        assert.ok(!accepts({ ...request, command: "workbench.action.quit" }), request.type);
        for (const [key, value] of Object.entries(request)) {
          const less = Object.fromEntries(Object.entries(request).filter(([other]) => other !== key));
          const isOptional = (request.type === "compare" && key === "componentId") || key === "releaseId";
          assert.equal(accepts(less), isOptional, `${request.type} without ${key}`);
          const others: unknown[] = [
            null,
            1,
            [1],
            { key: 1 },
            ...(typeof value === "string" ? [{}] : ["text"]),
          ];
          for (const other of others) {
            assert.ok(!accepts({ ...request, [key]: other }), `${request.type} with another ${key}`);
          }
        }
      }
    });

    it("are refused if they are anything else", () => {
      fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (message) => !accepts(message)));
      for (const type of ["__proto__", "constructor", "Release", ""]) assert.ok(!accepts({ type }));
      assert.ok(!accepts(JSON.parse('{"__proto__": {"type": "ready"}}')));
    });
  });
}
