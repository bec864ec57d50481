import assert from "node:assert/strict";
import { AxiosError, CanceledError } from "axios";
import { PlatformClient } from "../../../../../src/backend/platform/http/platformClient.ts";
import { objectKinds } from "../../../../../src/backend/platform/http/objectKinds.ts";
import { RateLimiter } from "../../../../../src/backend/platform/http/rateLimiter.ts";
import { toNoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { ManualTiming } from "../../../../support/platform/scripted/manualTiming.ts";

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

  it("was given up for its length only where the HTTP library says so", () => {
    const kindOf = (code: string, text: string) =>
      toNoAnswer(new AxiosError(text, code), { isHandedOver: true, isTooLate: false }).kind;
    assert.equal(kindOf("ERR_BAD_RESPONSE", "maxContentLength size of 7 exceeded"), "tooLong");
    assert.equal(kindOf("ERR_BAD_RESPONSE", "stream has been aborted"), "failed");
    assert.equal(kindOf("ECONNRESET", "maxContentLength size of 7 exceeded"), "failed");
  });

  it("is a matter of trust only before the request was handed over, and only for such codes", () => {
    for (const [code, kind] of [
      ["CERT_HAS_EXPIRED", "untrusted"],
      ["DEPTH_ZERO_SELF_SIGNED_CERT", "untrusted"],
      ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "untrusted"],
      ["ERR_TLS_CERT_ALTNAME_INVALID", "untrusted"],
      ["ERR_SSL_WRONG_VERSION_NUMBER", "untrusted"],
      ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "untrusted"],
      ["ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC", "failed"],
      ["ECONNREFUSED", "failed"],
    ] as const) {
      assert.equal(failed(code, false).kind, kind, code);
      assert.equal(failed(code, true).kind, "failed", code);
    }
  });

  it("that the HTTP library failed for another failure has the code of that one", () => {
    const cause = Object.assign(new Error("no such host"), { code: "ENOTFOUND" });
    const failure = Object.assign(new AxiosError("no such host"), { cause });
    const { message } = toNoAnswer(failure, { isHandedOver: false, isTooLate: false });
    assert.match(message, /\(ENOTFOUND\)/);
  });

  it("was not sent when it was too late, whatever else is known", () => {
    for (const isHandedOver of [true, false]) {
      const failure = toNoAnswer(new Error("x"), { isHandedOver, isTooLate: true }, true);
      assert.deepEqual([failure.kind, failure.wasSent], ["tooLate", false]);
    }
  });

  it("may have been sent when its time passed or it was cancelled after it was handed over", () => {
    for (const isHandedOver of [true, false]) {
      const state = { isHandedOver, isTooLate: false };
      const inTime = toNoAnswer(new CanceledError("x"), state, true);
      assert.deepEqual([inTime.kind, inTime.wasSent], ["failed", isHandedOver]);
      assert.match(inTime.message, /no answer came in time/);
      const cancelled = toNoAnswer(new CanceledError("x"), state);
      assert.deepEqual([cancelled.kind, cancelled.wasSent], ["aborted", isHandedOver]);
    }
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
