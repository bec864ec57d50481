import assert from "node:assert/strict";
import dns from "node:dns";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer, type Server } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import * as v from "valibot";
import { PlatformClient } from "../../../../../src/backend/platform/http/platformClient.ts";
import type { SendOnceOptions } from "../../../../../src/backend/platform/http/sentOnce.ts";
import { RateLimiter } from "../../../../../src/backend/platform/http/rateLimiter.ts";
import type { Timing } from "../../../../../src/backend/platform/http/timing.ts";
import { httpTransport, NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { ManualTiming } from "../../../../support/platform/scripted/manualTiming.ts";
import { selfSignedCertificate } from "../../../../support/selfSignedCertificate.ts";

const own = selfSignedCertificate();

/** A server on loopback: how often it was connected to, and how many requests reached it. */
class CountingServer {
  connections = 0;
  requests = 0;
  readonly #server: Server;
  #scheme = "http";

  constructor(server: Server) {
    this.#server = server;
    server.on("connection", () => (this.connections += 1));
  }

  static http(answer: RequestListener): CountingServer {
    const counting = new CountingServer(
      createServer((request, response) => counting.#on(answer, request, response)),
    );
    return counting;
  }

  static https(answer: RequestListener): CountingServer {
    const server = createTlsServer(own, (request, response) => counting.#on(answer, request, response));
    const counting = new CountingServer(server);
    counting.#scheme = "https";
    return counting;
  }

  /** A server that accepts connections, and does with them what it is given: it is no web server. */
  static tcp(scheme: "http" | "https", accept: Parameters<typeof createTcpServer>[1]): CountingServer {
    const counting = new CountingServer(createTcpServer(accept));
    counting.#scheme = scheme;
    return counting;
  }

  #on(answer: RequestListener, ...[request, response]: Parameters<RequestListener>): void {
    this.requests += 1;
    answer(request, response);
  }

  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    assert.ok(address !== null && typeof address === "object");
    return `${this.#scheme}://127.0.0.1:${address.port}`;
  }

  /** Resolves when every connection has ended, so that whatever was sent has been counted. */
  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }
}

const ok: RequestListener = (_, response) => void response.end('{"id":"1"}');

function transportTo(baseUrl: string) {
  return httpTransport({
    baseUrl,
    accountId: "acme",
    overrideAccount: "",
    user: "dev@example.com",
    token: "0-0-0-0",
  });
}

function clientOf(baseUrl: string, timing: Timing = new ManualTiming()): PlatformClient {
  return new PlatformClient({
    transport: transportTo(baseUrl),
    limiter: new RateLimiter(10, timing),
    timing,
    log: { info: () => undefined, warn: () => undefined },
  });
}

/** Sends one change to the server and counts what reached it; the answer is complete before it resolves. */
async function sendTo(server: CountingServer, options?: SendOnceOptions, timing?: Timing) {
  const client = clientOf(await server.listen(), timing);
  try {
    return await send(client, options);
  } finally {
    client.dispose();
    await server.close();
  }
}

const send = (client: PlatformClient, options?: SendOnceOptions) =>
  client.sendOnce(
    "Account",
    { method: "POST", path: "Account", body: '{"a":1}' },
    v.object({ id: v.string() }),
    options,
  );

async function trustingOwnCertificate(work: () => Promise<void>): Promise<void> {
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, own.cert]);
  try {
    await work();
  } finally {
    setDefaultCACertificates(before);
  }
}

describe("a request that is sent once", () => {
  for (const scheme of ["http", "https"] as const) {
    it(`is done when it is answered over ${scheme}`, () =>
      trustingOwnCertificate(async () => {
        const server = CountingServer[scheme](ok);
        assert.deepEqual(await sendTo(server), { kind: "done", value: { id: "1" } });
        assert.equal(server.requests, 1);
      }));

    it(`has an unknown outcome when the connection breaks after it arrived over ${scheme}`, () =>
      trustingOwnCertificate(async () => {
        const server = CountingServer[scheme]((request) => void request.socket.destroy());
        assert.equal((await sendTo(server)).kind, "unknown");
        assert.equal(server.requests, 1);
      }));

    for (const [clock, later] of [
      ["monotonic", { now: 5_001, date: 0 }],
      ["wall", { now: 0, date: 5_001 }],
    ] as const) {
      it(`is not sent over ${scheme} when five seconds of the ${clock} clock passed before it could go out`, () =>
        trustingOwnCertificate(async () => {
          const server = CountingServer[scheme](ok);
          const timing = new LeapingTiming();
          const sent = await sendTo(server, { beforeSending: () => timing.leapAtNextLook(later) }, timing);
          assert.equal(sent.kind, "notSent");
          assert.equal(server.connections, 1);
          assert.equal(server.requests, 0);
        }));
    }
  }

  it("is not sent when nobody listens", async () => {
    const server = CountingServer.http(ok);
    const baseUrl = await server.listen();
    await server.close();
    const sent = await send(clientOf(baseUrl));
    assert.equal(sent.kind, "notSent");
    assert.equal(sent.error.code, "Unreachable");
    assert.match(sent.error.message, /ECONNREFUSED/);
  });

  // 192.0.2.1 is nobody's address: packets to it are lost, or have no route.
  it("is not sent when none of a host's addresses can be connected to, one refusing and one slow", () =>
    withAddresses(["127.0.0.1", "192.0.2.1", "::1"], async () => {
      const server = CountingServer.http(ok);
      const { port } = new URL(await server.listen());
      await server.close();
      assert.equal((await send(clientOf(`http://several.example:${port}`))).kind, "notSent");
      assert.equal((await send(clientOf(`https://several.example:${port}`))).kind, "notSent");
    }));

  it("is done when one of a host's addresses can be connected to", () =>
    withAddresses(["127.0.0.2", "127.0.0.1"], async () => {
      const server = CountingServer.http(ok);
      const { port } = new URL(await server.listen());
      assert.equal((await send(clientOf(`http://several.example:${port}`))).kind, "done");
      assert.equal(server.requests, 1);
      await server.close();
    }));

  it("is not sent when the TLS handshake breaks", async () => {
    const server = CountingServer.tcp("https", (socket) => socket.once("data", () => socket.destroy()));
    const sent = await sendTo(server);
    assert.equal(sent.kind, "notSent");
    assert.equal(server.connections, 1);
  });

  it("is not sent when the server does not speak TLS", async () => {
    const server = CountingServer.tcp("https", (socket) =>
      socket
        .on("error", () => undefined)
        .resume()
        .end("HTTP/1.1 400 Bad\r\n\r\n"),
    );
    assert.equal((await sendTo(server)).kind, "notSent");
  });

  it("is not sent when the certificate is not trusted", async () => {
    const server = CountingServer.https(ok);
    const sent = await sendTo(server);
    assert.equal(sent.kind, "notSent");
    assert.match(sent.error.message, /certificate/);
    assert.equal(server.requests, 0);
  });

  it("is not sent when the client is disposed of while the handshake hangs", async () => {
    const server = CountingServer.tcp("https", (socket) => socket.once("data", () => client.dispose()));
    const client = clientOf(await server.listen());
    assert.equal((await send(client)).kind, "notSent");
    await server.close();
  });

  it("has an unknown outcome when the client is disposed of while the answer is awaited", async () => {
    const server = CountingServer.http(() => client.dispose());
    const client = clientOf(await server.listen());
    assert.equal((await send(client)).kind, "unknown");
    assert.equal(server.requests, 1);
    await server.close();
  });

  it("is given up when its handshake hangs longer than it may", async () => {
    const server = CountingServer.tcp("https", (socket) => socket.on("error", () => undefined).resume());
    const baseUrl = await server.listen();
    const sendingLimit = { milliseconds: 20, hasPassed: () => false };
    const { signal } = new AbortController();
    await assert.rejects(
      transportTo(baseUrl)({
        method: "POST",
        path: "Account",
        body: "{}",
        timeout: 30_000,
        signal,
        sendingLimit,
      }),
      (error) => error instanceof NoAnswer && error.kind === "tooLate" && !error.wasSent,
    );
    await server.close();
  });

  it("is not sent over a connection that was used before when it is too late", async () => {
    const server = CountingServer.http(ok);
    const timing = new LeapingTiming();
    const client = clientOf(await server.listen(), timing);
    assert.equal((await send(client)).kind, "done");
    // The connection goes back to its pool once its answer was read.
    await new Promise((resolve) => setImmediate(resolve));
    const sent = await send(client, { beforeSending: () => timing.leapAtNextLook({ now: 6_000, date: 0 }) });
    assert.equal(sent.kind, "notSent");
    assert.deepEqual([server.connections, server.requests], [1, 1]);
    client.dispose();
    await server.close();
  });
});

describe("what runs before a request is sent once", () => {
  it("runs before anything is connected, and the request follows", async () => {
    const server = CountingServer.http(ok);
    let connections: number | undefined;
    const sent = await sendTo(server, {
      beforeSending: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        connections = server.connections;
      },
    });
    assert.equal(connections, 0);
    assert.equal(sent.kind, "done");
  });

  it("keeps the request from being sent when it fails, and its error passes through", async () => {
    const server = CountingServer.http(ok);
    const failure = new Error("the records cannot be written");
    await assert.rejects(sendTo(server, { beforeSending: () => Promise.reject(failure) }), failure);
    assert.equal(server.connections, 0);
  });

  it("waits for its turn at the rate limit", async () => {
    const server = CountingServer.http(ok);
    const timing = new ManualTiming();
    const client = clientOf(await server.listen(), timing);
    const start = timing.now();
    const waited: number[] = [];
    const beforeSending = () => Promise.resolve(void waited.push(timing.now() - start));
    await Promise.all(Array.from({ length: 11 }, () => send(client, { beforeSending })));
    assert.deepEqual(waited, [...Array.from({ length: 10 }, () => 0), 1_050]);
    client.dispose();
    await server.close();
  });

  it("does not run when the client is disposed of first", async () => {
    const server = CountingServer.http(ok);
    const client = clientOf(await server.listen());
    client.dispose();
    const sent = await send(client, { beforeSending: () => Promise.reject(new Error("it ran")) });
    assert.equal(sent.kind, "notSent");
    await server.close();
  });
});

/** Clocks of which one leaps after the next look at it. */
class LeapingTiming extends ManualTiming {
  #leap: { readonly now: number; readonly date: number } | undefined;
  #nowLooks = 0;
  #dateLooks = 0;

  leapAtNextLook(leap: { readonly now: number; readonly date: number }): Promise<void> {
    this.#leap = leap;
    this.#nowLooks = 0;
    this.#dateLooks = 0;
    return Promise.resolve();
  }

  override now(): number {
    return super.now() + (this.#leap && this.#nowLooks++ > 0 ? this.#leap.now : 0);
  }

  override date(): number {
    return super.date() + (this.#leap && this.#dateLooks++ > 0 ? this.#leap.date : 0);
  }
}

/** Lets every name stand for these addresses, as a name server does. */
async function withAddresses(addresses: readonly string[], work: () => Promise<void>): Promise<void> {
  const { lookup } = dns;
  const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  const replaced: unknown = (...given: readonly unknown[]) => {
    const answer = given.at(-1);
    if (typeof answer === "function")
      process.nextTick(() => void Reflect.apply(answer, undefined, [null, found]));
  };
  Reflect.set(dns, "lookup", replaced);
  try {
    await work();
  } finally {
    Reflect.set(dns, "lookup", lookup);
  }
}
