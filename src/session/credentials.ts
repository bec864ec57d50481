import type * as vscode from "vscode";
import { tokenKey, type PlatformConnection } from "../backend/platform/account/platformConnection.ts";
import type { PlatformAccount } from "./platformAccount.ts";

const usersKey = "platform.users";

/**
 * The users and API tokens of Boomi accounts. Tokens are only in VS Code's secret storage. The key of each contains the
 * origin of the URL, the account and the user, so that a token is never sent to another URL.
 */
export class Credentials {
  readonly #secrets: vscode.SecretStorage;
  readonly #state: vscode.Memento;

  constructor({ secrets, globalState }: Pick<vscode.ExtensionContext, "secrets" | "globalState">) {
    this.#secrets = secrets;
    this.#state = globalState;
  }

  /** The connection to the account. Nothing when nobody is signed in to it. */
  async find(account: PlatformAccount): Promise<PlatformConnection | undefined> {
    const user = this.lastUserOf(account);
    if (user === undefined) return undefined;
    const token = await this.#secrets.get(tokenKey({ ...account, user }));
    return token === undefined ? undefined : { ...account, user, token };
  }

  /** The user who last signed in to the account, also after they signed out. */
  lastUserOf(account: PlatformAccount): string | undefined {
    return this.#users()[userKey(account)];
  }

  /** Stores the token and the user of a connection. */
  async store(connection: PlatformConnection): Promise<void> {
    await this.#secrets.store(tokenKey(connection), connection.token);
    await this.#state.update(usersKey, { ...this.#users(), [userKey(connection)]: connection.user });
  }

  /** Deletes the token of the account. Resolves to whether there was one. */
  async delete(account: PlatformAccount): Promise<boolean> {
    const connection = await this.find(account);
    if (connection) await this.#secrets.delete(tokenKey(connection));
    return connection !== undefined;
  }

  /** Calls the listener after someone signs in or out, in this or another window. */
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

/** The key of the account in the stored users. */
function userKey(account: PlatformAccount): string {
  return tokenKey({ ...account, user: "" });
}
