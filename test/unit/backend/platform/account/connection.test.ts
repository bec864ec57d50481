import assert from "node:assert/strict";
import fc from "fast-check";
import { checkBaseUrl } from "../../../../../src/backend/platform/account/checkBaseUrl.ts";
import { authorization, endpoint } from "../../../../../src/backend/platform/account/endpoint.ts";
import { accountKey, tokenKey } from "../../../../../src/backend/platform/account/platformConnection.ts";
import { throwsWith } from "../../../../support/rejectsWith.ts";

const connection = {
  baseUrl: "https://api.boomi.com",
  accountId: "acme-1",
  overrideAccount: "",
  user: "dev@example.com",
  token: "secret-token",
};

describe("the address of the platform", () => {
  it("may be any https: address, without its trailing slash", () => {
    assert.equal(checkBaseUrl(" https://api.boomi.com/ "), "https://api.boomi.com");
    assert.equal(
      checkBaseUrl("https://api.platform.gb.boomi.com/gateway/"),
      "https://api.platform.gb.boomi.com/gateway",
    );
  });

  it("may be plain http: on this computer, and nowhere else", () => {
    for (const url of [
      "http://localhost:8080",
      "http://127.0.0.1:1",
      "http://127.8.9.1",
      "http://[::1]:99",
    ]) {
      assert.equal(checkBaseUrl(url), url);
    }
    const elsewhere = [
      "http://api.boomi.com",
      "http://localhost.example.com",
      "http://127.0.0.1.example.com",
      "http://10.0.0.1",
      "http://0.0.0.0",
    ];
    for (const url of elsewhere) {
      throwsWith(() => checkBaseUrl(url), "InvalidRequest", /Nothing was sent/, /https:/);
    }
  });

  it("holds neither credentials nor a query, and is an address", () => {
    for (const url of [
      "https://me:pass@api.boomi.com",
      "https://me@api.boomi.com",
      "https://:pass@api.boomi.com",
    ]) {
      throwsWith(() => checkBaseUrl(url), "InvalidRequest", /Sign In to Boomi/);
    }
    for (const text of [
      "",
      "api.boomi.com",
      "ftp://api.boomi.com",
      "https://api.boomi.com?x=1",
      "file:///etc",
    ]) {
      throwsWith(() => checkBaseUrl(text), "InvalidRequest", /baseUrl/);
    }
  });

  it("never lets http: through to another computer, whatever its name", () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        assert.throws(() => checkBaseUrl(`http://${host}`));
      }),
    );
  });
});

describe("requests of a connection", () => {
  it("go to the account, or through the partner address to the one that overrides it", () => {
    assert.deepEqual(endpoint(connection), {
      prefix: "https://api.boomi.com/api/rest/v1/acme-1/",
      suffix: "",
    });
    assert.deepEqual(endpoint({ ...connection, overrideAccount: "child 2" }), {
      prefix: "https://api.boomi.com/partner/api/rest/v1/acme-1/",
      suffix: "?overrideAccount=child%202",
    });
  });

  it("an account ID cannot lead elsewhere", () => {
    const { prefix } = endpoint({ ...connection, accountId: "../../evil?x=" });
    assert.equal(new URL(`${prefix}Account`).pathname, "/api/rest/v1/..%2F..%2Fevil%3Fx%3D/Account");
  });

  it("authenticate by an API token", () => {
    const decoded = Buffer.from(authorization(connection).replace("Basic ", ""), "base64").toString();
    assert.equal(decoded, "BOOMI_TOKEN.dev@example.com:secret-token");
  });
});

describe("what is kept for a connection", () => {
  it("a token belongs to one origin, account and user", () => {
    const keys = [
      connection,
      { ...connection, baseUrl: "https://api.example.com" },
      { ...connection, baseUrl: "https://api.boomi.com:8443" },
      { ...connection, accountId: "acme-2" },
      { ...connection, user: "ops@example.com" },
    ].map(tokenKey);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(tokenKey({ ...connection, baseUrl: "https://api.boomi.com/gateway" }), tokenKey(connection));
  });

  it("no key holds the token", () => {
    assert.ok(!tokenKey(connection).includes(connection.token));
    assert.ok(!accountKey(connection).includes(connection.token));
  });
});
