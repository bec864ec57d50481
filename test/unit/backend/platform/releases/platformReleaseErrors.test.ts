import assert from "node:assert/strict";
import { platformReleaseErrors } from "../../../../../src/backend/platform/platformReleaseErrors.ts";
import { IntegrationPacksError } from "../../../../../src/errors/errors.ts";

const reason = new IntegrationPacksError("Unreachable", "It broke.");

describe("the error of a release", () => {
  it("has the platform's reason, or says that there is none", () => {
    assert.match(
      platformReleaseErrors.failed("Orders", "Out of space.").message,
      /"Orders": Out of space\. Remove the cause/,
    );
    assert.match(
      platformReleaseErrors.failed("Orders", "").message,
      /"Orders" and gave no reason\. Look at the pack/,
    );
  });

  for (const kind of ["unknown", "scheduleUnknown"] as const) {
    it(`says why the answer was lost where that is known: ${kind}`, () => {
      const lost = /its answer was lost\. /;
      const known = platformReleaseErrors[kind]("Orders", reason).message;
      assert.match(known, lost);
      assert.match(known, /lost\. It broke\. (The pack|It is not sent)/);
      assert.match(platformReleaseErrors[kind]("Orders").message, /lost\. (The pack|It is not sent)/);
    });
  }

  it("has the failure as its cause only where it has one", () => {
    assert.equal(platformReleaseErrors.followingFailed("Orders", reason).cause, reason);
    assert.ok(!("cause" in platformReleaseErrors.stillRunning("Orders")));
  });
});
