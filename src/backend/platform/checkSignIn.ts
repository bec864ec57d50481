import { PlatformClient } from "./client.ts";
import { limiterKey, type PlatformConnection } from "./connection.ts";
import { sharedLimiter } from "./limiter.ts";
import { accountSchema } from "./readers.ts";
import { systemTiming } from "./timing.ts";
import { httpTransport } from "./transport.ts";

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
