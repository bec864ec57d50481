import assert from "node:assert/strict";
import fc from "fast-check";
import { limitSelection } from "../../../../src/ui/ask/limitSelection.ts";

describe("a limited selection", () => {
  it("stays within the limit, keeps earlier choices, and adds nothing that was not chosen", () => {
    const selection = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 20 });
    fc.assert(
      fc.property(selection, selection, fc.nat({ max: 12 }), (earlier, selected, limit) => {
        const before = limitSelection([], earlier, limit);
        const limited = limitSelection(before, selected, limit);
        assert.equal(limited.length, Math.min(limit, selected.length));
        assert.ok(limited.every((item) => selected.includes(item)));
        assert.ok(before.every((item) => !selected.includes(item) || limited.includes(item)));
        assert.equal(new Set(limited).size, limited.length);
      }),
    );
  });
});
