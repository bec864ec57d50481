import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import * as v from "valibot";
import { PlatformClient } from "../../../../../src/backend/platform/http/platformClient.ts";
import { RateLimiter } from "../../../../../src/backend/platform/http/rateLimiter.ts";
import { httpTransport, NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { IntegrationPacksError } from "../../../../../src/errors/errors.ts";
import { store } from "../../../../support/fixtures/store.ts";
import { every } from "../../../../support/platform/standIn/faults.ts";
import { ManualTiming } from "../../../../support/platform/scripted/manualTiming.ts";
import { PlatformStandIn } from "../../../../support/platform/standIn/platformStandIn.ts";
import {
  account,
  assertNoSecret,
  connectionTo,
  token,
  withServer,
} from "../../../../support/platform/scripted/withServer.ts";

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

  it("are given up when their answer is longer than 64 MiB, which is not asked for again", () =>
    withServer(
      (_, response) => {
        const send = () => response.write("x".repeat(1024 * 1024), () => response.writable && send());
        response.on("error", () => undefined);
        send();
      },
      async (client, { requests }) => {
        const failure = await failureOf(client.get(account, "1"));
        assert.match(failure.message, /longer than any answer of Boomi/);
        assert.equal(requests.length, 1);
        const request = { method: "POST", path: "Account", body: "{}" } as const;
        assert.equal((await client.sendOnce("Account", request, v.unknown())).kind, "unknown");
      },
    ));

  it("have the type of their answer and the pause that it asks for, where it has any", () =>
    withServer(
      ({ url = "" }, response) => {
        if (url.endsWith("/1"))
          response.writeHead(503, { "content-type": "Text/HTML; x", "retry-after": "7" });
        if (url.endsWith("/2")) response.writeHead(503, { "content-type": "x".repeat(1_000) });
        response.end();
      },
      async (_, { connection }) => {
        const send = httpTransport(connection);
        const { signal } = new AbortController();
        const answers = await Promise.all(
          ["1", "2", "3"].map((id) =>
            send({ method: "GET", path: `Account/${id}`, timeout: 10_000, signal }),
          ),
        );
        assert.deepEqual(
          answers.map(({ status, contentType, retryAfter, body }) => [status, contentType, retryAfter, body]),
          [
            [503, "text/html; x", "7", ""],
            [503, "x".repeat(200), undefined, ""],
            [200, "", undefined, ""],
          ],
        );
      },
    ));

  it("may have long answers, and what a failure says is read up to 65,536 characters", () =>
    withServer(
      ({ url = "" }, response) => {
        if (url.endsWith("/1")) response.end(JSON.stringify({ id: "x".repeat(1024 * 1024) }));
        else response.writeHead(400).end("y".repeat(1024 * 1024));
      },
      async (client, { connection }) => {
        assert.equal((await client.get(account, "1")).id.length, 1024 * 1024);
        const { signal } = new AbortController();
        const request = { method: "GET", path: "Account/2", timeout: 10_000, signal } as const;
        const answer = await httpTransport(connection)(request);
        assert.equal(answer.body.length, 65_536);
      },
    ));

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
