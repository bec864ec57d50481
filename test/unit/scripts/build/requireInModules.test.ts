import assert from "node:assert/strict";
import { requireInModules, withoutUnusedRequire } from "../../../../scripts/build/requireInModules.ts";

describe("the banner that gives modules a require", () => {
  const module = (code: string) => `${requireInModules}\n${code}`;

  it("is removed from a module that does not use it", () => {
    assert.equal(withoutUnusedRequire(module("var required=1;")), "var required=1;");
  });

  it("stays in a module that uses it, in whatever way", () => {
    for (const code of ['var a=require("fs");', 'var b=typeof require<"u"?require:0;']) {
      assert.equal(withoutUnusedRequire(module(code)), module(code));
    }
  });

  it("leaves a module without it as it is", () => {
    assert.equal(withoutUnusedRequire("var a=1;"), "var a=1;");
  });
});
