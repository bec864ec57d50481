import assert from "node:assert/strict";
import { findMutants } from "../../../../scripts/mutants/findMutants.ts";
import { applyMutant, lineOf } from "../../../../scripts/mutants/mutant.ts";
import { sample } from "../../../../scripts/mutants/sample.ts";

const changed = (source: string) =>
  findMutants("src/a.ts", source).map((mutant) => applyMutant(mutant, source));

describe("the changes that tests are to notice", () => {
  it("are another operator, a constant condition, a dropped negation and a dropped await", () => {
    assert.deepEqual(changed("f(a === b);"), ["f(a !== b);"]);
    assert.deepEqual(changed("f(a < b);"), ["f(a <= b);"]);
    assert.deepEqual(changed("f(a ?? b);"), ["f(a && b);"]);
    assert.deepEqual(changed("f(!a);"), ["f(a);"]);
    assert.deepEqual(changed("await f();"), ["f();"]);
    assert.deepEqual(changed("if (a) f();"), ["if (true) f();", "if (false) f();"]);
    assert.deepEqual(changed("f(a ? b : c);"), ["f(true ? b : c);", "f(false ? b : c);"]);
    assert.deepEqual(changed("f(true);"), ["f(false);"]);
  });

  it("are the same in SQL that reads or writes rows, but no assignment", () => {
    assert.deepEqual(changed('f("SELECT * FROM t WHERE a = ? AND b IS NULL");').sort(), [
      'f("SELECT * FROM t WHERE a <> ? AND b IS NULL");',
      'f("SELECT * FROM t WHERE a = ? AND b IS NOT NULL");',
      'f("SELECT * FROM t WHERE a = ? OR b IS NULL");',
    ]);
    assert.deepEqual(changed('f("UPDATE t SET a = ? WHERE b > ?");'), [
      'f("UPDATE t SET a = ? WHERE b >= ?");',
    ]);
  });

  it("are none in types, texts, and the steps of a format", () => {
    for (const source of [
      "let a: true | undefined;",
      'f("this < that AND those");',
      'f("CREATE TABLE t (a TEXT CHECK (a <> 0))");',
    ]) {
      assert.deepEqual(changed(source), [], source);
    }
  });

  it("have the start of their expression, where every test passes that can notice them", () => {
    const source = "\nf(a && b);";
    const [mutant] = findMutants("src/a.ts", source);
    assert.ok(mutant);
    assert.deepEqual([mutant.expressionStart, lineOf(mutant, source)], [source.indexOf("a"), 2]);
  });

  it("are chosen at random, each once, and again by the same seed", () => {
    const all = Array.from({ length: 50 }, (_, index) => index);
    assert.deepEqual(sample(all, 10, 7), sample(all, 10, 7));
    assert.notDeepEqual(sample(all, 10, 7), sample(all, 10, 8));
    assert.deepEqual(
      sample(all, 100, 7).sort((one, other) => one - other),
      all,
    );
  });
});
