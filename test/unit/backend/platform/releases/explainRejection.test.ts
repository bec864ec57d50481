import assert from "node:assert/strict";
import { explainRejection } from "../../../../../src/backend/platform/releases/explainRejection.ts";
import { IntegrationPacksError, type ErrorCode } from "../../../../../src/errors/errors.ts";
import type { PackComponent } from "../../../../../src/model/pack/pack.ts";

const component = (componentId: string, changes: Partial<PackComponent> = {}): PackComponent => ({
  componentId,
  componentName: `Component ${componentId}`,
  componentType: "process",
  currentVersion: "",
  pendingVersion: "",
  latestVersion: "",
  deleted: false,
  ...changes,
});
const rejection = (code: ErrorCode = "InvalidRequest") => new IntegrationPacksError(code, "Rejected.");
const explain = (components: readonly PackComponent[], error = rejection()) =>
  explainRejection({ components }, { a: "1.1" }, error);

describe("the explanation of a rejected release", () => {
  it("names the components that the release leaves out, after the reason", () => {
    const { code, message } = explain([component("a"), component("b"), component("c")]);
    assert.equal(code, "InvalidRequest");
    assert.match(message, /^Rejected\. Components that were never released .*: Component b.*Component c\./);
    assert.doesNotMatch(message, /Component a/);
  });

  it("is the rejection alone when the release leaves out nothing but what leaves the pack", () => {
    const error = rejection();
    assert.equal(explain([component("a"), component("b", { deleted: true })], error), error);
  });

  it("is the failure alone when the platform did not reject the content of the request", () => {
    for (const code of ["Forbidden", "Unauthorized", "NotFound", "Unreachable"] as const) {
      const error = rejection(code);
      assert.equal(explain([component("a"), component("b")], error), error, code);
    }
  });
});
