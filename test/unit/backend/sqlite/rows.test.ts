import assert from "node:assert/strict";
import {
  DamagedRowError,
  flag,
  groupBy,
  integer,
  json,
  optionalText,
  text,
  word,
  type Row,
} from "../../../../src/backend/sqlite/rows.ts";

const row: Row = { text: "a", empty: "", number: 7, one: 1, zero: 0, nothing: null, json: "[1]" };

const parse = (content: string): unknown => JSON.parse(content);

describe("a row of a query", () => {
  it("has the values of its columns", () => {
    assert.equal(text(row, "text"), "a");
    assert.equal(text(row, "empty"), "");
    assert.equal(optionalText(row, "text"), "a");
    assert.equal(optionalText(row, "nothing"), undefined);
    assert.equal(integer(row, "number"), 7);
    assert.deepEqual([flag(row, "one"), flag(row, "zero")], [true, false]);
    assert.equal(word(row, "text", ["b", "a"]), "a");
    assert.deepEqual(json(row, "json", parse), [1]);
  });

  for (const [what, read] of [
    ["a number instead of a text", () => text(row, "number")],
    ["NULL instead of a text", () => text(row, "nothing")],
    ["no such column for a text", () => text(row, "missing")],
    ["no such column for a text or NULL", () => optionalText(row, "missing")],
    ["a number instead of a text or NULL", () => optionalText(row, "number")],
    ["a text instead of a number", () => integer(row, "text")],
    ["NULL instead of a number", () => integer(row, "nothing")],
    ["a text instead of a boolean", () => flag(row, "text")],
    ["another word", () => word(row, "text", ["b"])],
    ["a number instead of a word", () => word(row, "number", ["a"])],
    ["a text that is no JSON", () => json(row, "text", parse)],
  ] as const) {
    it(`is damaged where it has ${what}`, () => {
      assert.throws(read, DamagedRowError);
    });
  }
});

describe("rows in groups", () => {
  it("are in their order, by the number in a column", () => {
    const rows = [
      { key: 2, name: "a" },
      { key: 1, name: "b" },
      { key: 2, name: "c" },
    ];
    assert.deepEqual(
      [...groupBy(rows, "key", (each) => text(each, "name"))],
      [
        [2, ["a", "c"]],
        [1, ["b"]],
      ],
    );
  });
});
