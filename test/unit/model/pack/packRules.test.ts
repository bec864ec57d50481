import assert from "node:assert/strict";
import { roomFor } from "../../../../src/model/pack/packRules.ts";

describe("the room in a pack", () => {
  it("ends at a hundred components", () => assert.deepEqual([0, 99, 100, 101].map(roomFor), [100, 1, 0, 0]));
});
