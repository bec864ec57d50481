import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../../../scripts/editor/editor.ts";
import { changesWithoutEffect, hasNoEffect } from "../../../../scripts/mutants/changesWithoutEffect.ts";
import { findMutants } from "../../../../scripts/mutants/findMutants.ts";

describe("the changes of the code that have no effect", () => {
  it("have a reason each", () => {
    assert.ok(changesWithoutEffect.length > 0);
    for (const { reason } of changesWithoutEffect) assert.notEqual(reason, "");
  });

  for (const file of new Set(changesWithoutEffect.map((change) => change.file))) {
    it(`are changes of ${file} as it is now`, () => {
      const source = readFileSync(join(checkout, file), "utf8");
      const mutants = findMutants(file, source).filter((mutant) => hasNoEffect(mutant, source));
      const stale = changesWithoutEffect.filter(
        ({ file: listed, line, original, replacement }) =>
          listed === file &&
          !mutants.some(
            (mutant) =>
              mutant.original === original && mutant.replacement === replacement && source.includes(line),
          ),
      );
      assert.deepEqual(stale, []);
    });
  }
});
