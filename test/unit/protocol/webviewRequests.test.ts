import assert from "node:assert/strict";
import fc from "fast-check";
import * as v from "valibot";
import { detailsRequestSchema } from "../../../src/protocol/details.ts";
import { calendarRequestSchema } from "../../../src/protocol/calendar.ts";
import { overviewRequestSchema } from "../../../src/protocol/overview.ts";
import { wizardRequestSchema } from "../../../src/protocol/wizard/wizardRequest.ts";

const confirmed = { versions: { "c-1": "1.0" }, leftOut: ["c-2"], expected: "{}", replaceScheduled: false };
const plan = { name: "December", packs: [{ packId: "p-1", versions: { "c-1": "1.0" }, expected: "{}" }] };

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
      { type: "showLog" },
      { type: "takeVersions", packId: "p-1" },
      { type: "savePlan", ...plan },
      { type: "reopenPlan" },
      { type: "applyPlan", ...plan, date: "2026-12-01", timeZone: "Europe/Berlin" },
      { type: "applyAgain", plan: {}, sendAgain: ["r-1"] },
      { type: "stopPlan" },
    ],
  },
  {
    page: "the overview",
    schema: overviewRequestSchema,
    requests: [
      { type: "ready" },
      { type: "reload" },
      { type: "act", action: "release" },
      { type: "viewDetails", componentId: "c-1", version: "1.0" },
      { type: "rollBack", releaseId: "r-1" },
      { type: "compare", before: "release r-1", after: "pending" },
      { type: "releaseNotes", before: "release r-1", after: "pending" },
      { type: "showInstallations" },
      { type: "copyMarkdown" },
      { type: "exportCsv" },
    ],
  },
  {
    page: "the calendar",
    schema: calendarRequestSchema,
    requests: [
      { type: "load", month: "2026-12" },
      { type: "act", action: "showOverview", packId: "p-1" },
      { type: "openNotes", packId: "p-1", releaseId: "r-1" },
      { type: "schedule", date: "2026-12-01" },
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

  /** The kind of schema that the key of a request has, such as `optional`. */
  const kindOf = (type: string, key: string) => {
    const option = schema.options.find(({ entries }) => entries.type.literal === type);
    const entries: Readonly<Record<string, { readonly type: string }>> = option?.entries ?? {};
    return entries[key]?.type;
  };

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
          const kind = kindOf(request.type, key);
          assert.equal(accepts(less), kind === "optional", `${request.type} without ${key}`);
          // The extension parses a plan by itself.
          if (kind === "unknown") continue;
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
