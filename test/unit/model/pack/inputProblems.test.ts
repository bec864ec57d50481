import assert from "node:assert/strict";
import fc from "fast-check";
import {
  descriptionProblem,
  nameProblem,
  packageVersionProblem,
  packNameProblem,
} from "../../../../src/model/pack/inputProblems.ts";
import { packNameKey } from "../../../../src/model/pack/pack.ts";

const packs = [
  { packId: "1", name: "Order to Cash" },
  { packId: "2", name: "Café" },
];

describe("the name of a pack, while it is typed", () => {
  it("is required", () => {
    assert.match(packNameProblem("", packs) ?? "", /^Enter a (name|version)/);
    assert.match(packNameProblem(" \t ", packs) ?? "", /^Enter a (name|version)/);
  });

  for (const name of ["Order to Cash", "order to cash", "  ORDER TO CASH ", "Cafe\u0301"]) {
    it(`must be unique in any letter case, spacing and Unicode form: ${JSON.stringify(name)}`, () => {
      assert.match(packNameProblem(name, packs) ?? "", /already/);
    });
  }

  it("must be unique if another Unicode form appears only in lower case", () => {
    const named = [{ packId: "1", name: "J\u030C" }];
    for (const name of ["\u01F0", "j\u030C", "J\u030C"]) {
      assert.match(packNameProblem(name, named) ?? "", /already/, JSON.stringify(name));
    }
  });

  it("has a key that any further folding leaves as it is", () => {
    const names = fc.string({ unit: "binary", minLength: 1, maxLength: 4 });
    const isFolded = fc.property(names, (name) => {
      const key = packNameKey(name);
      for (const same of [key, name.normalize("NFD"), name.normalize("NFC"), key.normalize("NFD")]) {
        assert.equal(packNameKey(same), key);
      }
    });
    fc.assert(isFolded, { numRuns: 5_000 });
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const key = packNameKey(`x${String.fromCodePoint(code)}\u030Cx`);
      if (packNameKey(key) !== key) assert.fail(code.toString(16));
    }
  });

  it("may stay the same or change only in letter case", () => {
    assert.equal(packNameProblem("Order To Cash", packs, "1"), undefined);
    assert.match(packNameProblem("Order To Cash", packs, "2") ?? "", /already/);
  });

  it("has at most 255 characters without outer space, counted as a person counts them", () => {
    assert.equal(nameProblem(` ${"📦".repeat(255)} `), undefined);
    assert.match(nameProblem("📦".repeat(256)) ?? "", /at most 255 .* has 256/);
  });

  it("must be a text that can be stored", () => {
    assert.match(packNameProblem("a\0b", packs) ?? "", /cannot be stored/);
    assert.match(nameProblem("\uD800") ?? "", /cannot be stored/);
    assert.equal(packNameProblem("Rechnungen 📦 – ‮weird‬", packs), undefined);
  });
});

describe("a description, while it is typed", () => {
  it("has at most 500 characters, counted as a person counts them", () => {
    assert.equal(descriptionProblem("📦".repeat(500)), undefined);
    assert.match(descriptionProblem("x".repeat(501)) ?? "", /at most 500 .* has 501/);
  });

  it("must be a text that can be stored", () => {
    assert.match(descriptionProblem("a\0b") ?? "", /cannot be stored/);
  });
});

describe("the text of a new version, while it is typed", () => {
  const versions = [
    { packageVersion: "1.0", deleted: false },
    { packageVersion: "0.9", deleted: true },
  ];

  it("is required", () =>
    assert.match(packageVersionProblem(" ", versions) ?? "", /^Enter a (name|version)/));
  it("is unique", () => assert.match(packageVersionProblem(" 1.0", versions) ?? "", /already/));
  it("differs from those of deleted versions", () =>
    assert.match(packageVersionProblem("0.9", versions) ?? "", /deleted/));
  it("is compared exactly", () => {
    assert.equal(packageVersionProblem("1.00", versions), undefined);
    assert.equal(packageVersionProblem("v1.0", versions), undefined);
  });
});
