import assert from "node:assert/strict";
import { PlatformClient } from "../../../../../src/backend/platform/http/platformClient.ts";
import { objectKinds } from "../../../../../src/backend/platform/http/objectKinds.ts";
import { RateLimiter } from "../../../../../src/backend/platform/http/rateLimiter.ts";
import { toNoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { ManualTiming } from "../../../../support/platform/manualTiming.ts";

describe("a request without an answer", () => {
  const failed = (code: unknown, isHandedOver: boolean) =>
    toNoAnswer(Object.assign(new Error("token=secret"), { code }), { isHandedOver, isTooLate: false });

  it("names the code of the failure, and nothing else of it", () => {
    assert.match(failed("ENOTFOUND", false).message, /no connection could be made \(ENOTFOUND\)/);
    assert.match(failed("ECONNRESET", true).message, /the connection broke \(ECONNRESET\)/);
    for (const code of [undefined, 7, ""]) {
      assert.match(failed(code, true).message, /the connection broke \(no reason given\)/);
    }
  });

  it("was sent if it was handed over, whatever the failure is", () => {
    for (const code of ["ECONNRESET", "CERT_HAS_EXPIRED", undefined]) {
      assert.equal(failed(code, true).wasSent, true);
      assert.equal(failed(code, false).wasSent, false);
    }
    assert.equal(failed("CERT_HAS_EXPIRED", false).kind, "untrusted");
  });

  for (const [name, failure, line] of [
    ["with its reason", failed("ECONNRESET", true), /Account\/a-1: the connection broke \(ECONNRESET\)/],
    ["without the text of a failure that may contain anything", new Error("token=secret"), /a-1: failed/],
  ] as const) {
    it(`is logged ${name}`, async () => {
      const logged: string[] = [];
      const timing = new ManualTiming();
      const client = new PlatformClient({
        transport: () => Promise.reject(failure),
        limiter: new RateLimiter(10, timing),
        timing,
        log: { info: (text) => void logged.push(text), warn: (text) => void logged.push(text) },
      });
      await assert.rejects(client.get(objectKinds.account, "a-1"));
      assert.match(logged.join("\n"), line);
      assert.doesNotMatch(logged.join("\n"), /secret/);
    });
  }
});
