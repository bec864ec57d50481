import { IntegrationPacksError, messageForUsers } from "../../errors/errors.ts";
import {
  describeAddress,
  passwordKey,
  type RecordsAddress,
} from "../../backend/platform/records/postgres/server/recordsAddress.ts";
import { RecordsServer } from "../../backend/platform/records/postgres/server/recordsServer.ts";
import { RecordsPasswordError } from "../../backend/platform/records/postgres/server/serverErrors.ts";
import type { Credentials } from "./credentials.ts";
import { recordsAddress, recordsServer } from "./recordsPlace.ts";

/** Shared records whose password is to be asked for. */
export interface RecordsSignIn {
  /** The address without a password. */
  readonly where: string;
  /** Why the records do not accept the password, or cannot be used; nothing when they can. */
  readonly check: (password: string) => Promise<string | undefined>;
  /** Resolves to why the secret storage did not accept the password, or to nothing. */
  readonly store: (password: string) => Promise<string | undefined>;
}

/**
 * The shared records of the settings, if they do not accept the password that is known. Nothing when another problem keeps them
 * from being used, which no password ends.
 *
 * @throws `InvalidRequest`
 */
export async function recordsToSignInTo(credentials: Credentials): Promise<RecordsSignIn | undefined> {
  const address = recordsAddress();
  const known = recordsServer(credentials);
  if (!address || !known) return undefined;
  if (!((await problemOf(known.password, address)) instanceof RecordsPasswordError)) return undefined;
  return {
    where: describeAddress(address),
    check: async (password) => {
      const problem = await problemOf(() => Promise.resolve(password), address);
      return problem && messageForUsers(problem);
    },
    store: (password) => credentials.storePassword(passwordKey(address), password),
  };
}

/** Deletes the password of the shared records that the settings name. @throws `InvalidRequest` */
export async function deleteRecordsPassword(credentials: Pick<Credentials, "deletePassword">): Promise<void> {
  const address = recordsAddress();
  if (address) await credentials.deletePassword(passwordKey(address));
}

/** Connects once. Resolves to what keeps the records from being used. */
async function problemOf(
  password: () => Promise<string | undefined>,
  address: RecordsAddress,
): Promise<IntegrationPacksError | undefined> {
  const server = new RecordsServer({ address, password, patience: 0 });
  try {
    await server.run(() => Promise.resolve());
    return undefined;
  } catch (error) {
    if (error instanceof IntegrationPacksError) return error;
    throw error;
  } finally {
    server.dispose();
  }
}
