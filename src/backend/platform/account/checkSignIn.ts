import { PlatformClient } from "../http/platformClient.ts";
import { limiterKey, type PlatformConnection } from "./platformConnection.ts";
import { sharedLimiter } from "../http/rateLimiter.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { systemTiming } from "../http/timing.ts";
import { httpTransport } from "../http/transport.ts";

/** Checks user, token and account with one request; resolves to the account's name. @throws as any read does */
export async function checkSignIn(connection: PlatformConnection): Promise<string> {
  const client = new PlatformClient({
    transport: httpTransport(connection),
    limiter: sharedLimiter(limiterKey(connection), 5),
    timing: systemTiming,
    log: { info: () => undefined, warn: () => undefined },
  });
  try {
    return (await client.get(objectKinds.account, connection.accountId)).name;
  } finally {
    client.dispose();
  }
}
