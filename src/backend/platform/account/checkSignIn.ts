import { PlatformClient } from "../http/platformClient.ts";
import { limiterKey, type PlatformConnection } from "./platformConnection.ts";
import { sharedLimiter } from "../http/rateLimiter.ts";
import { accountSchema } from "../http/readers.ts";
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
    return (await client.get("Account", connection.accountId, accountSchema)).name;
  } finally {
    client.dispose();
  }
}
