import assert from "node:assert/strict";
import { redactionFor } from "../../../../../src/backend/platform/account/redaction.ts";

const connection = {
  baseUrl: "https://api.boomi.com",
  accountId: "acme-1",
  overrideAccount: "",
  user: 'dev+"test"@example.com',
  token: 'a/b+c"d\\e-very-secret',
};
const credentials = Buffer.from(`BOOMI_TOKEN.${connection.user}:${connection.token}`).toString("base64");
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

describe("redaction", () => {
  const { ofContent, ofFailure } = redactionFor(connection);
  const forms: readonly (readonly [string, string])[] = [
    ["as it is", connection.token],
    ["in a URL", encodeURIComponent(connection.token)],
    ["in JSON", inJson(connection.token)],
    ["in JSON with escaped slashes", inJson(connection.token).replaceAll("/", "\\/")],
    ["in the header", `Basic ${credentials}`],
    ["in the header, in a URL", encodeURIComponent(credentials)],
    ["in the header, in JSON with escaped slashes", credentials.replaceAll("/", "\\/")],
  ];
  for (const [name, form] of forms) {
    it(`removes the token ${name} from whatever a server says`, () => {
      for (const redact of [ofContent, ofFailure]) {
        const text = redact(`before ${form} after ${form}`);
        assert.ok(!text.includes(form.replace("Basic ", "")), text);
        assert.match(text, /^before .*after /);
      }
    });
  }

  it("removes every part of the header from a failure, wherever it is cut", () => {
    for (let at = 0; at + 20 <= credentials.length; at += 7) {
      const text = ofFailure(`Authorization: Basic ${credentials.slice(at, at + 20)}`);
      assert.ok(!text.includes(credentials.slice(at, at + 12)), text);
    }
  });

  it("removes the user from a failure, and not from content, where it says who made something", () => {
    const { user } = connection;
    for (const form of [user, encodeURIComponent(user), inJson(user), `BOOMI_TOKEN.${user}`]) {
      assert.ok(!ofFailure(`User ${form} is not allowed.`).includes(form));
    }
    assert.equal(ofContent(`{"createdBy":"${inJson(user)}"}`), `{"createdBy":"${inJson(user)}"}`);
  });

  it("removes the whole of a secret that contains another", () => {
    const user = "dev@example.com";
    const inToken = redactionFor({ ...connection, user, token: `${user}-secret-1` });
    assert.equal(inToken.ofFailure(`Token ${user}-secret-1 of ${user}`), "Token [removed] of [removed]");
    const inUser = redactionFor({ ...connection, user, token: "dev@exam" });
    assert.equal(inUser.ofFailure(`Token dev@exam of ${user}`), "Token [removed] of [removed]");
  });

  it("puts one mark in the place of a part of the header, up to its end, and nothing else", () => {
    for (const [from, to] of [
      [3, 15],
      [3, 20],
      [0, credentials.length - 1],
      [credentials.length - 12, credentials.length],
      [credentials.length - 13, credentials.length],
    ] as const) {
      assert.equal(ofFailure(`<${credentials.slice(from, to)}> yz`), "<[removed]> yz");
    }
    const short = credentials.slice(3, 14);
    assert.equal(ofFailure(`<${short}>`), `<${short}>`);
  });

  it("removes a short token from a failure, and a token of eight characters from content too", () => {
    const short = redactionFor({ ...connection, token: "1234567" });
    assert.equal(short.ofContent("1234567"), "1234567");
    assert.equal(short.ofFailure("Token 1234567."), "Token [removed].");
    const long = redactionFor({ ...connection, token: "12345678" });
    assert.equal(long.ofContent("12345678"), "[removed]");
  });

  it("removes nothing in the place of a token or a user that is not there", () => {
    assert.equal(redactionFor({ ...connection, token: "" }).ofFailure("No token."), "No token.");
    assert.equal(redactionFor({ ...connection, user: "" }).ofFailure("No user."), "No user.");
  });

  it("leaves everything else as it is", () => {
    const text = "Integration pack ID 4711 is invalid. Provide a valid integration pack ID.";
    assert.equal(ofFailure(text), text);
    assert.equal(ofContent(text), text);
  });

  it("leaves content as it is where the token is shorter than any of Boomi", () => {
    assert.equal(redactionFor({ ...connection, token: "1" }).ofContent("1.0 and 1.1"), "1.0 and 1.1");
  });
});
