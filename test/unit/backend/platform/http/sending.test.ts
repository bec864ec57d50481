import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { Sending, type SendingLimit } from "../../../../../src/backend/platform/http/sending.ts";
import { selfSignedCertificate } from "../../../../support/selfSignedCertificate.ts";

const own = selfSignedCertificate();
const answer: RequestListener = (_, response) => response.end();

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(address !== null && typeof address === "object");
  return address.port;
}

/** Sends a request over a socket that is ready already, and resolves once it is answered or given up. */
async function sendOver(
  socket: Socket,
  protocol: "http:" | "https:",
  limit?: SendingLimit,
): Promise<Sending> {
  const sending = new Sending(limit);
  assert.equal(sending.isHandedOver, false);
  await new Promise<void>((resolve) => {
    const options = { protocol, createConnection: () => socket };
    const request = sending.request(options, (answered) => answered.resume().once("end", resolve));
    request.once("error", () => resolve()).end();
  });
  return sending;
}

// An agent, such as that of a proxy, may connect the socket itself.
describe("the sending of a request over a socket that an agent connected", () => {
  it("hands the request over", async () => {
    const server = createServer(answer);
    const socket = connect(await portOf(server), "127.0.0.1");
    await once(socket, "connect");
    try {
      const { isHandedOver, isTooLate } = await sendOver(socket, "http:");
      assert.deepEqual([isHandedOver, isTooLate], [true, false]);
    } finally {
      socket.destroy();
      server.close();
    }
  });

  it("hands the request over where the handshake is over as well", async () => {
    const server = createTlsServer(own, answer);
    const socket = connectTls({
      port: await portOf(server),
      host: "127.0.0.1",
      ca: own.cert,
      checkServerIdentity: () => undefined,
    });
    await once(socket, "secureConnect");
    try {
      const { isHandedOver, isTooLate } = await sendOver(socket, "https:");
      assert.deepEqual([isHandedOver, isTooLate], [true, false]);
    } finally {
      socket.destroy();
      server.close();
    }
  });

  it("does not hand the request over when its time has passed", async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end();
    });
    const socket = connect(await portOf(server), "127.0.0.1");
    await once(socket, "connect");
    try {
      const limit = { milliseconds: 60_000, hasPassed: () => true };
      const { isHandedOver, isTooLate } = await sendOver(socket, "http:", limit);
      assert.deepEqual([isHandedOver, isTooLate, requests], [false, true, 0]);
    } finally {
      socket.destroy();
      server.close();
    }
  });
});
