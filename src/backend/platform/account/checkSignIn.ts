import { readAnswer } from "../http/answers.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { PlatformClient } from "../http/platformClient.ts";
import { equals } from "../http/queries.ts";
import { sharedLimiter } from "../http/rateLimiter.ts";
import { pageSchema } from "../http/readers.ts";
import { systemTiming } from "../http/timing.ts";
import { httpTransport } from "../http/transport.ts";
import { limiterKey, type PlatformConnection } from "./platformConnection.ts";

const object = "PublisherIntegrationPack";

/**
 * Checks user, token and account by asking for packs, which everyone may do who can work with them. Resolves to the account's
 * name, or to its id where the user may not read the name.
 *
 * @throws as any read does
 */
export async function checkSignIn(connection: PlatformConnection): Promise<string> {
  const client = new PlatformClient({
    transport: httpTransport(connection),
    limiter: sharedLimiter(limiterKey(connection), 5),
    timing: systemTiming,
    log: { info: () => undefined, warn: () => undefined },
  });
  try {
    const body = JSON.stringify({ QueryFilter: { expression: equals("installationType", "MULTI") } });
    readAnswer(
      await client.read(object, { method: "POST", path: `${object}/query`, body }),
      pageSchema,
      object,
    );
    return await readName(client, connection.accountId);
  } finally {
    client.dispose();
  }
}

/** A name that cannot be read says nothing about the credentials. */
async function readName(client: PlatformClient, accountId: string): Promise<string> {
  const account = await client.get(objectKinds.account, accountId).catch(() => undefined);
  return account?.name || accountId;
}
