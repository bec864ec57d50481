import assert from "node:assert/strict";
import * as v from "valibot";
import { componentVersionsSchema } from "../../../../src/model/release/componentVersionsSchema.ts";

describe("package versions by component id that come from outside", () => {
  const isAccepted = (value: unknown) => v.is(componentVersionsSchema, value);

  it("are an object with a text for each id, also for names that every object has", () => {
    const hostile: unknown = JSON.parse('{"constructor": "1", "__proto__": "2"}');
    for (const value of [{}, { a: "1.0", b: "" }, hostile]) {
      assert.ok(isAccepted(value), JSON.stringify(value));
    }
  });

  it("are nothing else", () => {
    for (const value of [null, undefined, "a", "", 1, true, [], ["1.0"], { a: 1 }, { a: "1", b: null }]) {
      assert.ok(!isAccepted(value), JSON.stringify(value));
    }
  });
});
