import * as v from "valibot";
import type * as vscode from "vscode";
import { checkBaseUrl, tokenKey, type PlatformConnection } from "./backend/platform/connection.ts";
import { readRestrictedSetting } from "./settings.ts";

export type { PlatformConnection };

/** Which account of which platform the settings name; the user is who signed in to it last. */
export type PlatformAccount = Pick<PlatformConnection, "baseUrl" | "accountId" | "overrideAccount">;

/** The account of the settings; `accountId` may be `""`. @throws `InvalidRequest` for a URL that is not accepted */
export function platformAccount(): PlatformAccount {
  return {
    baseUrl: checkBaseUrl(readRestrictedSetting("integrationPacks.platform.baseUrl")),
    accountId: readRestrictedSetting("integrationPacks.platform.accountId"),
    overrideAccount: readRestrictedSetting("integrationPacks.platform.overrideAccount"),
  };
}

/** Checks them with one request; resolves to the account's name. @throws as any request does */
export async function checkCredentials(connection: PlatformConnection): Promise<string> {
  const { checkSignIn } = await import("./backend/platform/checkSignIn.ts");
  return checkSignIn(connection);
}

const usersKey = "platform.users";
const usersSchema = v.fallback(v.record(v.string(), v.string()), {});

/**
 * Who is signed in, and with which token. Tokens are in VS Code's secret storage alone, each under the origin of the URL,
 * the account and the user that it was given for: one is never found for another URL.
 */
export class Credentials {
  readonly #secrets: vscode.SecretStorage;
  readonly #state: vscode.Memento;

  constructor({ secrets, globalState }: Pick<vscode.ExtensionContext, "secrets" | "globalState">) {
    this.#secrets = secrets;
    this.#state = globalState;
  }

  /** The connection to the account; nothing when nobody is signed in to it. */
  async find(account: PlatformAccount): Promise<PlatformConnection | undefined> {
    const user = this.userOf(account);
    if (user === undefined) return undefined;
    const token = await this.#secrets.get(tokenKey({ ...account, user }));
    return token === undefined ? undefined : { ...account, user, token };
  }

  /** Who signed in to the account last, signed out since or not. */
  userOf(account: PlatformAccount): string | undefined {
    return this.#users()[userKey(account)];
  }

  async keep(connection: PlatformConnection): Promise<void> {
    await this.#secrets.store(tokenKey(connection), connection.token);
    await this.#state.update(usersKey, { ...this.#users(), [userKey(connection)]: connection.user });
  }

  /** Forgets the token; tells whether there was one. */
  async forget(account: PlatformAccount): Promise<boolean> {
    const connection = await this.find(account);
    if (connection) await this.#secrets.delete(tokenKey(connection));
    return connection !== undefined;
  }

  /** Tells that somebody signed in or out, here or in another window. */
  onDidChange(listener: () => unknown): vscode.Disposable {
    return this.#secrets.onDidChange(() => void listener());
  }

  #users(): Readonly<Record<string, string>> {
    return v.parse(usersSchema, this.#state.get(usersKey));
  }
}

/** An account, whoever signs in to it. */
function userKey(account: PlatformAccount): string {
  return tokenKey({ ...account, user: "" });
}
