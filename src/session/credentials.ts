import type * as vscode from "vscode";
import { tokenKey, type PlatformConnection } from "../backend/platform/account/platformConnection.ts";
import type { PlatformAccount } from "./platformAccount.ts";

const usersKey = "platform.users";

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
    const users = Object.entries(this.#state.get<object>(usersKey) ?? {});
    return Object.fromEntries(
      users.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  }
}

/** An account, whoever signs in to it. */
function userKey(account: PlatformAccount): string {
  return tokenKey({ ...account, user: "" });
}
