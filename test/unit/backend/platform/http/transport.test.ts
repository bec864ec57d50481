import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import * as v from "valibot";
import type { ObjectKind } from "../../../../../src/backend/platform/http/objectKinds.ts";
import { PlatformClient } from "../../../../../src/backend/platform/http/platformClient.ts";
import type { PlatformConnection } from "../../../../../src/backend/platform/account/platformConnection.ts";
import { RateLimiter } from "../../../../../src/backend/platform/http/rateLimiter.ts";
import { httpTransport, NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { IntegrationPacksError } from "../../../../../src/errors/errors.ts";
import { store } from "../../../../support/fixtures/store.ts";
import { every } from "../../../../support/platform/faults.ts";
import { ManualTiming } from "../../../../support/platform/manualTiming.ts";
import { PlatformStandIn } from "../../../../support/platform/platformStandIn.ts";
import { everythingIn, formsOf } from "../../../../support/secrets.ts";

const account: ObjectKind<{ id: string }> = {
  object: "Account",
  schema: v.object({ id: v.string() }),
  idsOf: () => [],
};
const token = "2f0c1b1e-very-secret-token";

/** A client of a server on loopback that answers as told, and everything that it logs. */
async function withServer(
  answer: RequestListener,
  test: (
    client: PlatformClient,
    seen: {
      readonly requests: string[];
      readonly logged: string[];
      readonly connection: PlatformConnection;
    },
  ) => Promise<void>,
): Promise<void> {
  const requests: string[] = [];
  const logged: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    answer(request, response);
  });
  const connection = await connectionTo(server);
  const client = new PlatformClient({
    transport: httpTransport(connection),
    limiter: new RateLimiter(10, new ManualTiming()),
    timing: new ManualTiming(),
    log: { info: (line) => void logged.push(line), warn: (line) => void logged.push(line) },
  });
  try {
    await test(client, { requests, logged, connection });
  } finally {
    client.dispose();
    server.closeAllConnections();
    server.close();
  }
}

async function connectionTo(server: Server): Promise<PlatformConnection> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(address !== null && typeof address === "object");
  const baseUrl = `http://127.0.0.1:${address.port}`;
  return { baseUrl, accountId: "acme", overrideAccount: "", user: "dev@example.com", token };
}

/** What came of it: its value or its failure. */
function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => error);
}

function assertNoSecret(value: unknown): void {
  const text = everythingIn(value);
  assert.ok(!formsOf("dev@example.com", token).some((secret) => text.includes(secret)), "the token shows");
}

async function failureOf(work: Promise<unknown>): Promise<IntegrationPacksError> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(failure instanceof IntegrationPacksError, String(failure));
  return failure;
}

describe("requests over HTTP", () => {
  it("carry the token in the header alone, and say what is understood", () =>
    withServer(
      (request, response) => {
        assert.match(request.headers.authorization ?? "", /^Basic /);
        assert.equal(request.headers.accept, "application/json");
        assert.ok(!(request.url ?? "").includes(token));
        response.setHeader("content-type", "application/json").end('{"id":"1"}');
      },
      async (client, { requests }) => {
        assert.deepEqual(await client.get(account, "a b/c"), { id: "1" });
        assert.deepEqual(requests, ["GET /api/rest/v1/acme/Account/a%20b%2Fc"]);
      },
    ));

  it("do not follow a redirection", () =>
    withServer(
      (_, response) => void response.writeHead(302, { location: "/elsewhere" }).end(),
      async (client, { requests }) => {
        const failure = await failureOf(client.get(account, "1"));
        assert.equal(failure.code, "Unreachable");
        assert.match(failure.message, /redirects/);
        assert.equal(requests.length, 1);
      },
    ));

  it("are repeated when they only read, and never when they change something", () =>
    withServer(
      (_, response) => void response.writeHead(503).end('{"message":"busy"}'),
      async (client, { requests }) => {
        assert.equal((await failureOf(client.get(account, "1"))).code, "RateLimited");
        assert.equal(requests.length, 6);
        const change = client.change(
          "AccountGroup",
          { method: "POST", path: "AccountGroup", body: "{}" },
          v.unknown(),
        );
        const failure = await failureOf(change);
        assert.equal(failure.code, "Unreachable");
        assert.match(failure.message, /may have been carried out/);
        assert.equal(requests.length, 7);
      },
    ));

  it("that are cut off in a change may have been carried out, and say so", () =>
    withServer(
      (request) => void request.socket.destroy(),
      async (client, { requests }) => {
        const request = { method: "DELETE", path: "AccountGroup/1" } as const;
        const failure = await failureOf(client.change("AccountGroup", request, v.unknown()));
        assert.equal(failure.code, "Unreachable");
        assert.match(failure.message, /may have been carried out/);
        assert.equal(requests.length, 1);
      },
    ));

  it("that never reach a server were not sent", async () => {
    const server = createServer();
    const connection = await connectionTo(server);
    server.close();
    await once(server, "close");
    const client = new PlatformClient({
      transport: httpTransport(connection),
      limiter: new RateLimiter(10, new ManualTiming()),
      timing: new ManualTiming(),
      log: { info: () => undefined, warn: () => undefined },
    });
    const sent = await client.sendOnce(
      "Account",
      { method: "POST", path: "Account", body: "{}" },
      v.unknown(),
    );
    assert.equal(sent.kind, "notSent");
    const failure = await failureOf(client.get(account, "1"));
    assert.match(failure.message, /ECONNREFUSED/);
    assertNoSecret(failure);
  });

  it("are given up when their answer trickles in for ever", async () => {
    const platform = await PlatformStandIn.start(store());
    try {
      platform.faults.plan(every, { kind: "drip", milliseconds: 5 });
      const { baseUrl, access } = platform;
      const send = httpTransport({ baseUrl, ...access, overrideAccount: "", user: access.email });
      const path = `Account/${access.accountId}`;
      const { signal } = new AbortController();
      await assert.rejects(send({ method: "GET", path, timeout: 300, signal }), (error) => {
        assert.ok(error instanceof NoAnswer);
        assert.ok(error.wasSent);
        assert.match(error.message, /in time/);
        return true;
      });
    } finally {
      await platform.stop();
    }
  });

  it("are given up when the client is disposed of", () =>
    withServer(
      () => undefined,
      async (client, { requests }) => {
        const asked = client.get(account, "1");
        while (requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
        client.dispose();
        assert.match((await failureOf(asked)).message, /closed/);
      },
    ));
});

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
