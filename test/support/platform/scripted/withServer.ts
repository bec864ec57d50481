import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import * as v from "valibot";
import type { ObjectKind } from "../../../../src/backend/platform/http/objectKinds.ts";
import { PlatformClient } from "../../../../src/backend/platform/http/platformClient.ts";
import type { PlatformConnection } from "../../../../src/backend/platform/account/platformConnection.ts";
import { RateLimiter } from "../../../../src/backend/platform/http/rateLimiter.ts";
import { httpTransport } from "../../../../src/backend/platform/http/transport.ts";
import { everythingIn, formsOf } from "../../secrets.ts";
import { ManualTiming } from "./manualTiming.ts";

/** An account of which nothing but the id is read, whatever the id is. */
export const account: ObjectKind<{ id: string }> = {
  object: "Account",
  schema: v.object({ id: v.string() }),
  idsOf: () => [],
};
export const token = "2f0c1b1e-very-secret-token";

/** A client of a server on loopback that answers as told, and everything that it logs. */
export async function withServer(
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

/** The connection to the server, which listens from then on. */
export async function connectionTo(server: Server): Promise<PlatformConnection> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(address !== null && typeof address === "object");
  const baseUrl = `http://127.0.0.1:${address.port}`;
  return { baseUrl, accountId: "acme", overrideAccount: "", user: "dev@example.com", token };
}

/** Asserts that the token is in no part of the value, in whatever form. */
export function assertNoSecret(value: unknown): void {
  const text = everythingIn(value);
  assert.ok(!formsOf("dev@example.com", token).some((secret) => text.includes(secret)), "the token shows");
}
