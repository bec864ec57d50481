import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { Sending } from "../../../../../src/backend/platform/http/sending.ts";

describe("the sending of a request", () => {
  // An agent, such as that of a proxy, may connect the socket itself.
  it("hands the request over to a socket that is connected already", async () => {
    const server = createServer((_, response) => response.end());
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    assert.ok(address !== null && typeof address === "object");
    const socket = connect(address.port, "127.0.0.1");
    await once(socket, "connect");
    try {
      const sending = new Sending();
      assert.equal(sending.isHandedOver, false);
      await new Promise<void>((resolve, reject) => {
        const options = { protocol: "http:", createConnection: () => socket };
        const request = sending.request(options, (answer) => answer.resume().once("end", resolve));
        request.once("error", reject).end();
      });
      assert.equal(sending.isHandedOver, true);
    } finally {
      socket.destroy();
      server.close();
    }
  });
});
