import assert from "node:assert/strict";
import fc from "fast-check";
import { parseJson } from "../../../../src/model/text/parseJson.ts";

const invalid = (path: string, problem: string) => new Error(`${path}: ${problem}`);
const parse = (text: string) => parseJson(text, invalid);

/** Objects may have the same key twice: a list of entries. */
type Value =
  | string
  | number
  | null
  | { readonly items: readonly Value[] }
  | { readonly entries: readonly (readonly [string, Value])[] };

const key = fc.constantFrom("a", "b", "", '"', "\\", "é", "__proto__", "{", "a,b");

const { value } = fc.letrec<{ value: Value; list: Value; object: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Value>(null, 0, -1.5e3, "", "a", '{"a":1,"a":2}', '\\"', "[,]"),
    tie("list"),
    tie("object"),
  ),
  list: fc.record({ items: fc.array(tie("value"), { maxLength: 3 }) }),
  object: fc.record({ entries: fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }) }),
}));

/** Writes a value with random space, and keys with random escapes. */
function write(written: Value, choose: () => number): string {
  const space = () => ["", " ", "\n\t"][choose() % 3] ?? "";
  if (written === null || typeof written !== "object") return JSON.stringify(written);
  if ("entries" in written) {
    const entries = written.entries.map(
      ([name, each]) =>
        `${space()}${quote(name, choose)}${space()}:${space()}${write(each, choose)}${space()}`,
    );
    return `{${entries.join(",")}}`;
  }
  return `[${written.items.map((each) => `${space()}${write(each, choose)}${space()}`).join(",")}]`;
}

function quote(text: string, choose: () => number): string {
  if (choose() % 2 === 0) return JSON.stringify(text);
  const escapes = Array.from(text, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escapes.join("")}"`;
}

/** The path of the first repeated key in the order of the text. */
function repeatedIn(written: Value, path: string): string | undefined {
  if (written === null || typeof written !== "object") return undefined;
  const entries =
    "entries" in written ? written.entries : written.items.map((each, at) => [at, each] as const);
  const seen = new Set<string | number>();
  for (const [name, each] of entries) {
    const own = typeof name === "number" ? `${path}[${name}]` : `${path}<${name}>`;
    if (typeof name === "string" && seen.has(name)) return own;
    seen.add(name);
    const inner = repeatedIn(each, own);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const plainKey = /^[\w$-]+$/;
const asShown = (path: string) =>
  path
    .replace(/<([^>]*)>/g, (_, name: string) =>
      plainKey.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`,
    )
    .replace(/^\./, "");

describe("JSON that a person wrote", function () {
  this.timeout(60_000);

  it("is read as JSON.parse reads it, unless a key is used twice: then the first such key is named", () => {
    const outcomes = { read: 0, refused: 0 };
    fc.assert(
      fc.property(value, fc.infiniteStream(fc.nat(5)), (written, choices) => {
        const text = write(written, () => Number(choices.next().value));
        const repeated = repeatedIn(written, "");
        outcomes[repeated === undefined ? "read" : "refused"] += 1;
        // Node.js 24 reads an object with escaped keys differently when it reads the same text twice, so those are not compared.
        if (repeated === undefined && text.includes("\\")) assert.doesNotThrow(() => parse(text));
        else if (repeated === undefined) assert.deepEqual(parse(text), JSON.parse(text));
        else assert.throws(() => parse(text), { message: `${asShown(repeated)}: the key is used twice` });
      }),
      { numRuns: 1500 },
    );
    assert.ok(outcomes.read > 50 && outcomes.refused > 50, JSON.stringify(outcomes));
  });

  it("may start with a byte order mark", () => assert.deepEqual(parse('\uFEFF{"a": [1]}'), { a: [1] }));

  it("is refused if it is not JSON", () => {
    for (const text of [
      "",
      "{",
      '{"a": 1,}',
      "// note\n{}",
      "\uFEFF\uFEFF{}",
      '{"a": "\n"}',
      '"\\"',
      "{'a': 1}",
    ]) {
      assert.throws(() => parse(text), { message: /^\$: it is not valid JSON \(/ }, text);
    }
  });

  it("may be long, deep and wide", () => {
    const deep = `${"[".repeat(200_000)}{"a": 1, "a": 2}${"]".repeat(200_000)}`;
    assert.throws(() => parse(deep), { message: /…: the key is used twice$/ });
    const long = JSON.stringify({ text: '\\"{'.repeat(1_000_000) });
    assert.equal(typeof parse(long), "object");
    const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`key ${at}`, at]));
    assert.deepEqual(parse(JSON.stringify(wide)), wide);
  });
});
