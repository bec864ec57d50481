import assert from "node:assert/strict";
import type { RecordsAddress } from "../../../../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import {
  codeOf,
  isPassing,
  RecordsPasswordError,
  toServerError,
} from "../../../../../../src/backend/platform/records/postgres/server/serverErrors.ts";
import { DamagedRowError } from "../../../../../../src/backend/sqlite/rows.ts";
import { IntegrationPacksError, RecordsUnavailableError } from "../../../../../../src/errors/errors.ts";

const address: RecordsAddress = {
  user: "worker",
  host: "db.example.com",
  port: 5432,
  database: "packs",
  sslMode: "verify-full",
};
const failure = (code: string, message = "It failed.") => Object.assign(new Error(message), { code });

describe("failures with a server of shared records", () => {
  for (const [code, message, words, mayPass] of [
    ["ECONNREFUSED", "", /refuses connections/, true],
    ["ENOTFOUND", "", /is not found/, true],
    ["EAI_AGAIN", "", /is not found/, true],
    ["ENETUNREACH", "", /is not reached/, true],
    ["EHOSTUNREACH", "", /is not reached/, true],
    ["ETIMEDOUT", "", /is not reached/, true],
    ["53300", "", /no free connection/, true],
    ["57P01", "", /shutting down or starting/, true],
    ["57P03", "", /shutting down or starting/, true],
    ["ECONNRESET", "", /shutting down or starting/, true],
    ["25006", "", /copy that only reads/, true],
    ["40001", "Too much at once.", /Too much at once/, true],
    ["", "Query read timeout", /does not answer/, true],
    ["", "Connection terminated", /Connection terminated/, true],
    ["3D000", "", /no such database/, false],
    ["28P01", "", /do not accept the password/, false],
    ["28000", "", /do not accept the password/, false],
    ["42501", "permission denied for table pack", /"worker" lacks a right.*table pack/, false],
    ["42P01", "", /incomplete/, false],
    ["3F000", "", /incomplete/, false],
    ["22P02", "", /cannot be used/, false],
    ["23505", "", /cannot be used/, false],
    ["42703", "", /cannot be used/, false],
    ["CERT_HAS_EXPIRED", "certificate has expired", /not trusted: certificate has expired/, false],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "", /not trusted/, false],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "", /not trusted/, false],
    ["", "SASL: client password must be a string", /need a password/, false],
    ["", "client password must be a non-empty string", /need a password/, false],
  ] as const) {
    it(`say the reason of ${code || message}, and are ${mayPass ? "tried again" : "not tried again"}`, () => {
      const error = failure(code, message || "It failed.");
      const reported = toServerError(error, address);
      assert.ok(reported instanceof RecordsUnavailableError);
      assert.equal(reported.code, "StoreUnavailable");
      assert.match(reported.message, words);
      assert.match(reported.message, /worker@db\.example\.com:5432\/packs/);
      assert.equal(isPassing(error), mayPass);
    });
  }

  it("ask for the password again where it is missing or refused, and nowhere else", () => {
    const asks = (error: Error) => toServerError(error, address) instanceof RecordsPasswordError;
    assert.ok(asks(failure("28P01")) && asks(failure("28000")));
    assert.ok(asks(new Error("client password must be a string")));
    assert.ok(!asks(failure("42501")) && !asks(failure("ECONNREFUSED")));
  });

  it("say that a row is damaged, and leave errors that users can read already", () => {
    assert.match(toServerError(new DamagedRowError("No."), address).message, /a row that cannot be read/);
    const readable = new IntegrationPacksError("Conflict", "Under way.");
    assert.equal(toServerError(readable, address), readable);
    for (const error of [readable, new DamagedRowError("No."), new TypeError("No such pack.")]) {
      assert.equal(isPassing(error), false);
    }
  });

  it("go to the log by their code and message alone, since details quote rows", () => {
    const error = Object.assign(failure("40001", "Too much."), { detail: "Key (pack_id)=(secret)" });
    const { cause } = toServerError(error, address);
    assert.ok(cause instanceof Error);
    assert.deepEqual([cause.message, "detail" in cause], ["40001 Too much.", false]);
    const withoutCode = toServerError(new Error("No code."), address).cause;
    assert.ok(withoutCode instanceof Error && withoutCode.message === "No code.");
  });

  it("have the code of their error, or none", () => {
    assert.equal(codeOf(failure("57P01")), "57P01");
    for (const error of [
      new Error("None."),
      Object.assign(new Error("No text."), { code: 7 }),
      "57P01",
      undefined,
    ]) {
      assert.equal(codeOf(error), "");
    }
  });
});
