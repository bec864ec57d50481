import assert from "node:assert/strict";
import { nextOrder } from "../../../../webview-ui/shared/columnOrder.ts";

describe("the order of a table by a column", () => {
  it("changes from ascending to descending to no order, and starts with ascending for another column", () => {
    const ascending = nextOrder(undefined, "type");
    assert.deepEqual(ascending, { column: "type", descending: false });
    const descending = nextOrder(ascending, "type");
    assert.deepEqual(descending, { column: "type", descending: true });
    assert.equal(nextOrder(descending, "type"), undefined);
    assert.deepEqual(nextOrder(descending, "name"), { column: "name", descending: false });
  });
});
