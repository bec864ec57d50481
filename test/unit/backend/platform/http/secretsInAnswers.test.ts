import assert from "node:assert/strict";
import type { IncomingMessage, RequestListener } from "node:http";
import * as v from "valibot";
import { httpTransport } from "../../../../../src/backend/platform/http/transport.ts";
import { account, assertNoSecret, withServer } from "../../../../support/platform/scripted/withServer.ts";
import { everythingIn } from "../../../../support/secrets.ts";

/** What came of it: its value or its failure. */
function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => error);
}

describe("the token", () => {
  const repeated = ({ headers, url = "" }: IncomingMessage) => {
    const header = headers.authorization ?? "";
    const decoded = Buffer.from(header.slice("Basic ".length), "base64").toString();
    return [
      url,
      header,
      decoded,
      JSON.stringify(headers),
      encodeURIComponent(header),
      encodeURIComponent(decoded),
    ].join("\n");
  };
  /** Answers with everything that the request contains, in every place of an answer. */
  const repeats =
    (status: number, contentType: string, wrap = (text: string) => text): RequestListener =>
    (request, response) => {
      const text = repeated(request);
      const inHeader = encodeURIComponent(text);
      response.writeHead(status, {
        "content-type": contentType,
        "retry-after": inHeader,
        "x-request": inHeader,
      });
      response.end(wrap(text));
    };
  const asMessage = (message: string) => JSON.stringify({ "@type": "Error", message });
  const inXml = (message: string) =>
    `<Error><message>${message.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</message></Error>`;
  const answers: readonly (readonly [string, RequestListener])[] = [
    ["is repeated by a 403 in plain text", repeats(403, "text/plain")],
    ["is repeated by a 403 in JSON", repeats(403, "application/json", asMessage)],
    ["is repeated by a 400 in XML", repeats(400, "application/xml", inXml)],
    ["is repeated by a 401 in plain text", repeats(401, "text/plain")],
    ["is repeated by a 500 in plain text", repeats(500, "text/plain")],
    ["is repeated by a 503 in JSON", repeats(503, "application/json", asMessage)],
    ["is repeated by a page", repeats(403, "text/html", (text) => `<html>${text}</html>`)],
    ["is repeated by a success", repeats(200, "application/json", (text) => JSON.stringify({ id: text }))],
    ["is repeated by a success in plain text", repeats(200, "text/plain")],
    ["is repeated and cut by a proxy", repeats(403, "text/plain", (text) => text.slice(0, 150))],
    ["is rejected", (_, response) => void response.writeHead(401).end('{"message":"Unauthorized"}')],
    ["lacks a privilege", (_, response) => void response.writeHead(403).end()],
    ["meets an outage", (_, response) => void response.writeHead(503).end()],
    ["meets a gateway", (_, response) => void response.writeHead(504).end("<html>gateway</html>")],
    [
      "meets a proxy",
      (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
    ],
    ["meets a truncated answer", (_, response) => void response.end('{"id":')],
    ["meets a cut connection", (request) => void request.socket.destroy()],
    [
      "meets an answer that is cut in its middle",
      (request, response) => {
        response.writeHead(200, { "content-length": "1000" }).write('{"id":');
        setImmediate(() => request.socket.destroy());
      },
    ],
  ];
  for (const [name, answer] of answers) {
    it(`stays out of errors and logs when it ${name}`, () =>
      withServer(answer, async (client, { logged }) => {
        assertNoSecret(await outcomeOf(client.get(account, "1")));
        const request = { method: "POST", path: "AccountGroup", body: "{}" } as const;
        assertNoSecret(await outcomeOf(client.change("AccountGroup", request, v.object({ id: v.string() }))));
        assert.ok(logged.length > 0);
        assertNoSecret(logged);
      }));
  }

  it("and the user stay out of what is no success, and the user may be in what is one", async () => {
    for (const [status, isShown] of [
      [200, true],
      [299, true],
      [300, false],
    ] as const) {
      await withServer(
        (_, response) => void response.writeHead(status).end("by dev@example.com"),
        async (_, { connection }) => {
          const { signal } = new AbortController();
          const request = { method: "GET", path: "Account/1", timeout: 10_000, signal } as const;
          const { body } = await httpTransport(connection)(request);
          assert.equal(body, isShown ? "by dev@example.com" : "by [removed]", String(status));
        },
      );
    }
  });

  it("and the user stay out of every part of an answer that the transport gives out", () =>
    withServer(repeats(403, "text/plain"), async (_, { connection }) => {
      const send = httpTransport(connection);
      const { signal } = new AbortController();
      const answer = await send({ method: "GET", path: "Account/1", timeout: 10_000, signal });
      assert.equal(answer.status, 403);
      assertNoSecret(answer);
      for (const form of ["dev@example.com", encodeURIComponent("dev@example.com")]) {
        assert.ok(!everythingIn(answer).includes(form), "the user shows");
      }
    }));
});
