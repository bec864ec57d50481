import assert from "node:assert/strict";
import { IntegrationPacksError } from "../../../../src/errors/errors.ts";
import { checkPlanTarget, type OpenTarget } from "../../../../src/model/plan/checkPlanTarget.ts";
import type { PlanTarget } from "../../../../src/model/plan/releasePlan.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

describe("rule 18: the target of a plan", () => {
  const local = { backend: "local" } as const;
  const open = { backend: "platform", baseUrl: "https://api.boomi.com", accountId: "acme-1AB2C3" } as const;
  const refused = (target: PlanTarget, where: OpenTarget, ...patterns: readonly RegExp[]) =>
    throwsWith(() => checkPlanTarget(target, where), "InvalidRequest", ...patterns);

  it("is the backend that is open, whoever runs its schedules and however its address is written", () => {
    checkPlanTarget(local, local);
    checkPlanTarget(open, open);
    checkPlanTarget({ ...open, scheduleWith: "workspace" }, open);
    for (const baseUrl of ["https://api.boomi.com/", "HTTPS://API.boomi.com:443"]) {
      checkPlanTarget({ ...open, baseUrl }, open);
    }
  });

  it("is refused for another backend, account or address, and the message names both", () => {
    refused(local, open, /is for the local store, but the account "acme-1AB2C3" at api\.boomi\.com is open/);
    refused(open, local, /is for the account "acme-1AB2C3" at api\.boomi\.com, but the local store is open/);
    refused({ ...open, accountId: "ACME-1ab2c3" }, open, /"ACME-1ab2c3"/);
    const others = [
      "http://api.boomi.com",
      "https://api.boomi.com.evil.example",
      "https://api.boomi.com/x",
      "https://api.boomi.com:8443",
      "https://api.boomi.com@evil.example",
      "https://api.boomi.com?x",
      "api.boomi.com",
      "",
    ];
    for (const baseUrl of others) refused({ ...open, baseUrl }, open);
  });

  it("is refused without showing a password in its address", () => {
    for (const baseUrl of ["https://user:s3cret@api.boomi.com", "not a URL: s3cret"]) {
      assert.throws(
        () => checkPlanTarget({ ...open, baseUrl }, open),
        (error: unknown) => error instanceof IntegrationPacksError && !error.message.includes("s3cret"),
      );
    }
  });
});
