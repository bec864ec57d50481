import assert from "node:assert/strict";
import fc from "fast-check";
import { InvalidPlanError } from "../../../../../src/errors/planErrors.ts";
import { formatPath } from "../../../../../src/model/text/formatPath.ts";
import { formatPlan } from "../../../../../src/model/plan/file/formatPlan.ts";
import { parsePlan } from "../../../../../src/model/plan/file/parsePlan.ts";
import { arbitraryPlan } from "../../../../support/arbitrary/arbitraryPlan.ts";
import { documentWith } from "../../../../support/documentWith.ts";
import { releasePlan } from "../../../../support/fixtures/releasePlan.ts";
import { throwsWith } from "../../../../support/rejectsWith.ts";

/** Asserts that a plan is refused with a message that names the path and matches `problem`. */
function refusedAt(document: unknown, path: string, problem: RegExp): void {
  const start = `The release plan cannot be used: ${path}: `;
  throwsWith(
    () => parsePlan(document),
    "InvalidRequest",
    problem,
    new RegExp(`^${start.replace(/[$.[\]]/g, "\\$&")}`),
  );
  assert.throws(
    () => parsePlan(document),
    (error: unknown) => {
      assert.ok(error instanceof InvalidPlanError);
      assert.equal(formatPath(error.keys), path);
      assert.match(error.problem, problem);
      return true;
    },
  );
}

/** Asserts that the plan of the fixture is refused with other values at these paths. */
function refuses(changes: Readonly<Record<string, unknown>>, path: string, problem: RegExp): void {
  refusedAt(documentWith(releasePlan(), changes), path, problem);
}

const component = "packs/0/components/0";

describe("the text of a release plan", function () {
  this.timeout(60_000);

  it("can be read after it was written, with or without a byte order mark", () => {
    assert.deepEqual(parsePlan(formatPlan(releasePlan())), releasePlan());
    assert.deepEqual(parsePlan(`\uFEFF${formatPlan(releasePlan())}`), releasePlan());
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const text = formatPlan(plan);
        const read = parsePlan(text);
        assert.equal(formatPlan(read), text);
        const sorted = plan.packs.map((pack) => ({
          ...pack,
          components: [...pack.components].sort(
            (one, other) =>
              Number(one.name > other.name) - Number(one.name < other.name) ||
              Number(one.componentId > other.componentId) - Number(one.componentId < other.componentId),
          ),
        }));
        assert.deepEqual(read, { ...plan, packs: sorted });
      }),
    );
  });

  it("is read with packs and components in the order of the document, without `$schema`", () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        assert.deepEqual(parsePlan({ $schema: "x", ...plan }), plan);
        assert.deepEqual(parsePlan(JSON.stringify(plan)), plan);
      }),
    );
  });

  it("is read as a copy, so that the caller's object can change", () => {
    const document = releasePlan();
    const plan = parsePlan(document);
    assert.notEqual(plan, document);
    assert.notEqual(plan.packs[0]?.components[0], document.packs[0]?.components[0]);
  });

  it("is refused if it is not JSON, or no object", () => {
    refusedAt('{ "planVersion": 1,', "$", /not valid JSON \(.*position/);
    for (const document of ["", "null", "[]", '"text"', "1", undefined, () => 1]) {
      throwsWith(() => parsePlan(document), "InvalidRequest");
    }
  });

  it("is refused for a newer format alone, whatever else it contains", () => {
    refusedAt({ planVersion: 2, news: true }, "planVersion", /newer format 2; update/);
    for (const planVersion of [0, 1.5, "1", null]) refuses({ planVersion }, "planVersion", /must be|newer/);
    refuses({ planVersion: undefined }, "planVersion", /missing/);
  });

  it("is refused with a key that is used twice, wherever it is", () => {
    const text = formatPlan(releasePlan());
    const twice = (found: string, key: string) => text.replace(found, `"${key}": "x", ${found}`);
    refusedAt(twice('"planVersion"', "name"), "name", /used twice/);
    refusedAt(twice('"accountId"', "accountId"), "target.accountId", /used twice/);
    refusedAt(twice('"to"', "to"), "packs[0].components[0].to", /used twice/);
    refusedAt(twice('"to"', "\\u0074o"), "packs[0].components[0].to", /used twice/);
  });

  it("is refused with half of a surrogate pair", () => {
    for (const path of ["name", "notes", "target/accountId", "packs/0/name", `${component}/to`]) {
      const at = path.replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
      refuses({ [path]: "half a \ud83d" }, at, /half of a character/);
    }
    const escaped = formatPlan(releasePlan()).replace("December release", "\\uDE00");
    refusedAt(escaped, "name", /half of a character/);
  });

  it("is refused with an unknown key, also with one that every object has", () => {
    for (const key of ["more", "constructor", "toString"]) {
      refuses({ [key]: {} }, key, /no such key/);
      refuses({ [`target/${key}`]: 1 }, `target.${key}`, /no such key/);
      refuses({ [`packs/0/${key}`]: 1 }, `packs[0].${key}`, /no such key/);
      refuses({ [`packs/0/replaces/${key}`]: 1 }, `packs[0].replaces.${key}`, /no such key/);
      refuses({ [`${component}/${key}`]: 1 }, `packs[0].components[0].${key}`, /no such key/);
    }
    const text = formatPlan(releasePlan()).replace('"planVersion"', '"__proto__": {}, "planVersion"');
    refusedAt(text, "__proto__", /no such key/);
  });

  it("is refused if it lacks a key, or has a value of another type", () => {
    for (const key of ["target", "packs"]) refuses({ [key]: undefined }, key, /missing/);
    refuses({ target: { backend: "cloud" } }, "target.backend", /must be/);
    refuses({ packs: [] }, "packs", /at least one pack/);
    refuses({ "packs/1/packId": "" }, "packs[1].packId", /must not be empty/);
    refuses({ "packs/1/name": 1 }, "packs[1].name", /must be a text/);
    refuses({ [`${component}/to`]: undefined }, "packs[0].components[0].to", /missing/);
    refuses({ [`${component}/to`]: "" }, "packs[0].components[0].to", /must not be empty/);
    refuses({ [`${component}/from`]: null }, "packs[0].components[0].from", /must be a text/);
    refuses({ notes: ["a"] }, "notes", /must be/);
  });

  it("is refused with an id that is used before", () => {
    refuses({ "packs/1/packId": "p-orders" }, "packs[1].packId", /"p-orders" is already used/);
    refuses(
      { "packs/0/components/1/componentId": "c-create" },
      "packs[0].components[1].componentId",
      /"c-create" is already used/,
    );
    refuses(
      { "packs/0/components/1/packageId": "k-create-2" },
      "packs[0].components[1].packageId",
      /"k-create-2" is already used/,
    );
  });

  it("may have one component in several packs", () => {
    const shared = documentWith(releasePlan(), {
      "packs/1/components/0/componentId": "c-create",
      "packs/1/components/0/packageId": "k-create-2",
    });
    assert.equal(parsePlan(shared).packs.length, 2);
  });

  it("is refused with a date that no calendar has, or a zone that is not known", () => {
    for (const date of ["2026-02-30", "2026-13-01"]) {
      refuses({ date }, "date", /not a date that exists/);
      refuses({ "packs/0/replaces/date": date }, "packs[0].replaces.date", /not a date that exists/);
    }
    for (const date of ["", "1.12.2026", "2026-12-1", "2026-12-01T00:00:00Z"]) {
      refuses({ date }, "date", /yyyy-MM-dd/);
    }
    for (const timeZone of ["Mars/Olympus", "+02:00"]) refuses({ timeZone }, "timeZone", /not a time zone/);
  });

  it("is refused if its date, zone and target do not go together", () => {
    refuses({ date: undefined }, "timeZone", /without a date has no time zone/);
    refuses({ date: undefined, timeZone: undefined }, "target.scheduleWith", /without a date/);
    refuses({ "target/scheduleWith": undefined }, "target.scheduleWith", /platform or workspace/);
    refuses({ "target/scheduleWith": "platform" }, "timeZone", /takes no time zone/);
    refuses({ timeZone: undefined }, "timeZone", /needs the time zone/);
    refuses({ target: { backend: "local" }, timeZone: undefined }, "timeZone", /needs the time zone/);
    refuses({ target: { backend: "local", accountId: "a" } }, "target.accountId", /no such key/);
    const accepted = [
      { "target/scheduleWith": "platform", timeZone: undefined },
      { target: { backend: "local" } },
      { target: { backend: "local" }, date: undefined, timeZone: undefined },
      { "target/scheduleWith": undefined, date: undefined, timeZone: undefined },
    ];
    for (const changes of accepted) parsePlan(documentWith(releasePlan(), changes));
  });

  it("rule 3: is refused if a component leaves that was never released, or that has a package id", () => {
    const leaving = "packs/0/components/2";
    refuses({ [`${leaving}/from`]: "" }, "packs[0].components[2].to", /never released/);
    refuses({ [`${leaving}/packageId`]: "k" }, "packs[0].components[2].packageId", /leaves/);
  });

  it("rule 1: is refused with more than 100 components in a pack, also with 100,000", () => {
    const components = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ componentId: `c${at}`, name: "C", from: "1", to: "2" }));
    assert.ok(parsePlan(documentWith(releasePlan(), { "packs/0/components": components(100) })));
    refuses({ "packs/0/components": components(101) }, "packs[0].components", /at most 100/);
    const text = JSON.stringify(documentWith(releasePlan(), { "packs/0/components": components(100_000) }));
    const spread = JSON.stringify({
      ...releasePlan(),
      packs: Array.from({ length: 1000 }, (_, at) => ({
        packId: `p${at === 999 ? 0 : at}`,
        name: "P",
        components: components(100),
      })),
    });
    refusedAt(text, "packs[0].components", /at most 100/);
    refusedAt(spread, "packs[999].packId", /"p0" is already used/);
  });

  it("may contain hostile names, which stay as they are", () => {
    const hostile = '‮[x](command:evil) <img src=x onerror=alert(1)> {{7*7}} $(rm) \u0000 "';
    const plan = parsePlan(documentWith(releasePlan(), { name: hostile, "packs/0/name": hostile }));
    assert.equal(plan.name, hostile);
    assert.equal(parsePlan(formatPlan(plan)).packs[0]?.name, hostile);
  });
});
