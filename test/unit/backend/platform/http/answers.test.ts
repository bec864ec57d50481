import assert from "node:assert/strict";
import fc from "fast-check";
import * as v from "valibot";
import {
  failureOf as failureOfQuestion,
  mayPass,
  provesRejection,
  readAnswer,
} from "../../../../../src/backend/platform/http/answers.ts";
import { reasonOf } from "../../../../../src/backend/platform/http/serverText.ts";
import type { HttpAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { IntegrationPacksError, type ErrorCode } from "../../../../../src/errors/errors.ts";
import { throwsWith } from "../../../../support/rejectsWith.ts";

function answer(status: number, body = "", contentType = "application/json"): HttpAnswer {
  return { status, body, contentType, retryAfter: undefined };
}

const failureOf = (given: HttpAnswer, object: string) =>
  failureOfQuestion(given, object, { method: "POST", path: `${object}/query` });

const page = "<!DOCTYPE html><html><body>Log in to the network</body></html>";

describe("what the platform says about a failure", () => {
  const reasons: readonly (readonly [string, HttpAnswer, string])[] = [
    ["an error with a message in it", answer(400, '{"error":{"message":"No such field"}}'), "No such field"],
    ["a message", answer(400, '{"message":"No such field"}'), "No such field"],
    ["a message with its type", answer(400, '{"@type":"Error","message":"No such field"}'), "No such field"],
    [
      "XML",
      answer(400, "<Error><message>Less &lt; more</message></Error>", "application/xml"),
      "Less < more",
    ],
    ["XML with a prefix", answer(400, '<b:Error xmlns:b="x"><b:message>No</b:message></b:Error>'), "No"],
    ["plain text", answer(400, "Bad\n  request", "text/plain"), "Bad request"],
    ["nothing", answer(400), ""],
    ["JSON without a message", answer(400, '{"code":7}'), ""],
    ["a web page", answer(400, page, "text/html"), ""],
  ];
  for (const [name, given, reason] of reasons) {
    it(`is read from ${name}`, () => assert.equal(reasonOf(given), reason));
  }

  it("is one line of at most 500 characters, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), (body) => {
        const reason = reasonOf(answer(400, body));
        assert.ok(reason.length <= 501);
        assert.ok(!/[\r\n]/.test(reason));
      }),
    );
  });
});

describe("the status of an answer", () => {
  const codes: readonly (readonly [number, ErrorCode, RegExp])[] = [
    [400, "InvalidRequest", /because/],
    [401, "Unauthorized", /^Sign-in failed\. Check user name, token, account, and region\./],
    [403, "Forbidden", /"API Publisher Integration Pack".*"Publisher Integration Pack".*because/],
    [404, "NotFound", /because/],
    [410, "NotFound", /because/],
    [407, "Unreachable", /proxy/],
    [429, "RateLimited", /requestsPerSecond/],
    [500, "Unreachable", /500/],
    [503, "RateLimited", /outage/],
    [504, "Unreachable", /504/],
    [302, "Unreachable", /redirects/],
    [408, "Unreachable", /408/],
    [101, "Unreachable", /cut off/],
  ];
  for (const [status, code, pattern] of codes) {
    it(`${status} is ${code}`, () => {
      const failure = failureOf(answer(status, '{"message":"because"}'), "PublisherIntegrationPack");
      assert.equal(failure?.code, code);
      assert.match(failure.message, pattern);
    });
  }

  it("is explained without the platform's words where it has none", () => {
    const message = (status: number) => failureOf(answer(status), "Account")?.message;
    assert.equal(message(401), "Sign-in failed. Check user name, token, account, and region.");
    assert.match(message(400) ?? "", /gave no reason\. Show the log/);
    assert.match(
      failureOf(answer(400, '{"message":"because"}'), "Account")?.message ?? "",
      /request: because$/,
    );
  });

  const missing: readonly (readonly [string, "GET" | "POST" | "DELETE", string, string, ErrorCode])[] = [
    [
      "a read of an id",
      "GET",
      "PublisherIntegrationPack/p1",
      "Integration pack ID p1 is invalid.",
      "NotFound",
    ],
    ["a read of an id without a reason", "GET", "Component/c1~2", "", "NotFound"],
    ["a deletion", "DELETE", "PackagedComponent/a", "The package does not exist", "NotFound"],
    [
      "a change of an id",
      "POST",
      "PublisherIntegrationPack/a%20b",
      "Integration pack ID A B is invalid.",
      "NotFound",
    ],
    [
      "a change of something else",
      "POST",
      "PublisherIntegrationPack/p1",
      "The name is invalid.",
      "InvalidRequest",
    ],
    ["a creation", "POST", "PublisherIntegrationPack", "The name is invalid.", "InvalidRequest"],
    ["a read that is not allowed", "GET", "PublisherIntegrationPack/p1", "Access denied.", "Forbidden"],
    [
      "a query that is not allowed",
      "POST",
      "Account/query",
      "You do not have access to this account",
      "Forbidden",
    ],
  ];
  for (const [name, method, path, message, code] of missing) {
    it(`400 to ${name} is ${code}`, () => {
      const given = answer(400, JSON.stringify({ message }));
      const [object = ""] = path.split("/");
      const failure = failureOfQuestion(given, object, { method, path });
      assert.equal(failure?.code, code);
      assert.ok(failure.message.includes(message));
    });
  }

  it("of a success is none, unless a web page came instead", () => {
    assert.equal(failureOf(answer(200, "{}"), "Account"), undefined);
    assert.equal(failureOf(answer(202, "{}"), "ReleaseIntegrationPackStatus"), undefined);
    for (const given of [answer(200, page, "text/html; charset=utf-8"), answer(200, `\n${page}`)]) {
      const failure = failureOf(given, "Account");
      assert.equal(failure?.code, "Unreachable");
      assert.match(failure.message, /proxy/);
    }
  });

  const privileges: readonly (readonly [string, readonly string[]])[] = [
    [
      "PublisherIntegrationPack",
      ["API Publisher Integration Pack", "Integration Pack", "Publisher Integration Pack"],
    ],
    [
      "ReleaseIntegrationPack",
      ["API Publisher Integration Pack", "Integration Pack", "Publisher Integration Pack"],
    ],
    ["ReleaseIntegrationPackStatus", ["API Publisher Integration Pack", "Integration Pack"]],
    [
      "AccountGroupIntegrationPack",
      ["API Publisher Integration Pack", "Integration Pack", "Account Group Management"],
    ],
    ["Account", ["API", "Account Administration (ACCOUNT_ADMIN)"]],
    ["AccountGroup", ["API", "Account Administration (ACCOUNT_ADMIN)"]],
    ["AccountGroupAccount", ["API", "Account Administration (ACCOUNT_ADMIN)"]],
    ["PackagedComponent", ["API", "Packaged Component Management (PACKAGE_MANAGEMENT)"]],
    ["PackagedComponentManifest", ["API", "Packaged Component Management (PACKAGE_MANAGEMENT)"]],
    ["Component", ["Build Read Access"]],
    ["ComponentMetadata", ["Build Read Access"]],
    ["DeployedPackage", ["API", "Packaged Component Deployment (DEPLOY)"]],
    ["Environment", ["API", "Runtime Management or its read-only form (ATOM_MANAGEMENT)"]],
    ["IntegrationPackInstance", ["API"]],
    ["constructor", ["API"]],
  ];
  for (const [object, names] of privileges) {
    it(`names the privileges for ${object}`, () => {
      const message = failureOf(answer(403), object)?.message ?? "";
      for (const name of names) assert.ok(message.includes(`"${name}"`), message);
    });
  }

  it("tells what may pass by itself", () => {
    const passing = [200, 400, 401, 403, 404, 429, 500, 503, 504].filter((status) => mayPass(answer(status)));
    assert.deepEqual(passing, [429, 503, 504]);
  });
});

describe("the answer to a change", () => {
  const own = '{"@type":"Error","message":"because"}';
  const rejections: readonly (readonly [string, HttpAnswer])[] = [
    ...[400, 401, 403, 404, 405, 407, 409, 410, 413, 415, 423].map(
      (status) => [`${status}`, answer(status, own)] as const,
    ),
    ["400 without a body", answer(400)],
    ["403 as text", answer(403, "not allowed", "text/plain")],
  ];
  for (const [name, given] of rejections) {
    it(`${name} proves that it was rejected`, () => {
      assert.ok(provesRejection(given));
      assert.ok(failureOf(given, "ReleaseIntegrationPack"));
    });
  }

  const unproven: readonly (readonly [string, HttpAnswer])[] = [
    ["429", answer(429)],
    ["429 in the platform's words", answer(429, own)],
    ["429 that names a pause", { ...answer(429, own), retryAfter: "2" }],
    ["503 in the platform's words", answer(503, own)],
    ["503 in the platform's XML", answer(503, "<Error><message>because</message></Error>")],
    ["503 that names a pause", { ...answer(503), retryAfter: "2" }],
    ["503 without a body", answer(503)],
    ["503 in a gateway's words", answer(503, "upstream connect error or disconnect", "text/plain")],
    ...[200, 400, 401, 403, 404, 407, 429, 503].map(
      (status) => [`a page with ${status}`, answer(status, page, "text/html")] as const,
    ),
    ["a page of XHTML", answer(200, `<?xml version="1.0"?>${page}`, "application/xhtml+xml")],
    ...[300, 301, 302, 303, 307, 308, 406, 408, 460, 499, 500, 501, 502, 504, 520, 524].map(
      (status) => [`${status}`, answer(status, own)] as const,
    ),
  ];
  for (const [name, given] of unproven) {
    it(`${name} proves nothing`, () => {
      assert.ok(!provesRejection(given));
      assert.ok(failureOf(given, "ReleaseIntegrationPack"));
    });
  }
});

describe("the body of an answer", () => {
  const schema = v.object({ id: v.string() });

  it("is rejected when it was cut off, or is something else", () => {
    for (const body of ['{"id":"1', "", "<xml/>", '{"other":1}', "[]", "null"]) {
      throwsWith(() => readAnswer(answer(200, body), schema, "Account"), "Unreachable", /cut off/);
    }
    assert.deepEqual(readAnswer(answer(200, '{"id":"1"}'), schema, "Account"), { id: "1" });
  });

  it("never causes anything but an error for users", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), fc.string(), (status, body, type) => {
        const failure = failureOf(answer(status, body, type), "PublisherIntegrationPack");
        assert.ok(failure === undefined || failure instanceof IntegrationPacksError);
      }),
    );
  });
});
