import assert from "node:assert/strict";
import * as v from "valibot";
import * as values from "../../../../../src/backend/platform/http/values.ts";

const read = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): T => v.parse(schema, value);

describe("a value of an answer", () => {
  const cases: readonly (readonly [string, v.GenericSchema, readonly (readonly [unknown, unknown])[]])[] = [
    [
      "text",
      values.text,
      [
        ["a", "a"],
        [7, "7"],
        [true, "true"],
        [null, ""],
        [undefined, ""],
        [{}, ""],
      ],
    ],
    [
      "a number",
      values.number,
      [
        [7, 7],
        ["7", 7],
        ["seven", 0],
        ["", 0],
        [null, 0],
      ],
    ],
    [
      "a boolean",
      values.boolean,
      [
        [true, true],
        ["TRUE", true],
        ["false", false],
        [1, false],
        [null, false],
      ],
    ],
    [
      "a boolean that may be missing",
      values.optionalBoolean,
      [
        [true, true],
        ["True", true],
        [false, false],
        ["no", false],
        ["", undefined],
        [null, undefined],
      ],
    ],
    [
      "an instant",
      values.instant,
      [
        ["2017-03-16T13:34:01Z", "2017-03-16T13:34:01Z"],
        ["soon", "1970-01-01T00:00:00Z"],
        [null, "1970-01-01T00:00:00Z"],
      ],
    ],
    [
      "the type of a component",
      values.componentType,
      [
        ["webservice", "webservice"],
        ["Web Service", "webservice"],
        ["API", "webservice"],
        ["process", "process"],
        ["", "process"],
      ],
    ],
    [
      "the type of an installation",
      values.installationType,
      [
        ["MULTI", "MULTI"],
        ["multi", "MULTI"],
        ["SINGLE", "SINGLE"],
        ["", "SINGLE"],
      ],
    ],
  ];
  for (const [name, schema, pairs] of cases) {
    it(`is read as ${name}`, () => {
      for (const [given, expected] of pairs)
        assert.equal(read(schema, given), expected, JSON.stringify(given));
    });
  }

  it("that must be there is text that is not empty", () => {
    assert.deepEqual([read(values.id, "a"), read(values.id, 7)], ["a", "7"]);
    for (const missing of ["", null, undefined, true, {}]) assert.ok(!v.is(values.id, missing));
  });
});

describe("a list of an answer", () => {
  const row = v.object({ id: values.id });

  it("may be one bare element, and has the rows that can be read", () => {
    const one = { id: "1" };
    assert.deepEqual(read(values.list(row), [one, null, {}, { id: "2" }]), [one, { id: "2" }]);
    assert.deepEqual(read(values.list(row), one), [one]);
    for (const none of [null, undefined, "", []]) assert.deepEqual(read(values.list(row), none), []);
  });

  it("says whether it is there, and how many rows cannot be read", () => {
    const counted = values.countedList(row);
    for (const none of [null, undefined, ""]) {
      assert.deepEqual(read(counted, none), { isListed: false, rows: [], unreadable: 0 });
    }
    assert.deepEqual(read(counted, []), { isListed: true, rows: [], unreadable: 0 });
    assert.deepEqual(read(counted, [{ id: "1" }, null]), {
      isListed: true,
      rows: [{ id: "1" }],
      unreadable: 1,
    });
    assert.deepEqual(read(counted, 0), { isListed: true, rows: [], unreadable: 1 });
  });

  it("may be inside an object that is missing", () => {
    const inside = values.inside("of", values.text);
    assert.equal(read(inside, { of: "a" }), "a");
    for (const other of [{}, null, undefined, "of", ["a"], { other: "a" }])
      assert.equal(read(inside, other), "");
  });
});
