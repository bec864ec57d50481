import assert from "node:assert/strict";
import { withFailure, withLoading } from "../../../../webview-ui/details/detailsContents.ts";

describe("the contents of the details", () => {
  it("fail in every part that is loading, and in no other", () => {
    const loaded = { state: "loaded", value: [] } as const;
    const contents = withLoading(withLoading({ deployments: loaded }, "version"), "carryingPacks");
    const failed = { state: "failed", message: "Refused." };
    assert.deepEqual(withFailure(contents, "Refused."), {
      deployments: loaded,
      version: failed,
      carryingPacks: failed,
    });
  });
});
