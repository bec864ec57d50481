import type * as vscode from "vscode";
import { tokenKey, type PlatformConnection } from "../../backend/platform/account/platformConnection.ts";
import { messageOf } from "../../base/messageOf.ts";
import { credentialErrors } from "../../errors/credentialErrors.ts";
import type { PlatformAccount } from "./platformAccount.ts";
import { SignedInUsers, type UserState } from "./signedInUsers.ts";

/**
 * The users and API tokens of Boomi accounts, and the passwords of shared records. Secrets are only in VS Code's secret storage. The key of each contains the
 * origin of the URL, the account and the user, so that a token is never sent to another URL.
 */
export class Credentials {
  readonly #secrets: vscode.SecretStorage;
  readonly #users: SignedInUsers;
  /** The tokens that the secret storage did not accept, by their keys. They are used until the window closes. */
  readonly #unstored = new Map<string, string>();

  constructor({ secrets, globalState }: { secrets: vscode.SecretStorage; globalState: UserState }) {
    this.#secrets = secrets;
    this.#users = new SignedInUsers(globalState);
  }

  /**
   * The connection to the account. Nothing when nobody is signed in to it.
   *
   * @throws `Unauthorized` when the secret storage cannot be read
   */
  async find(account: PlatformAccount): Promise<PlatformConnection | undefined> {
    const user = this.lastUserOf(account);
    if (user === undefined) return undefined;
    const key = tokenKey({ ...account, user });
    const token = this.#unstored.get(key) ?? (await this.#read(key));
    return token === undefined ? undefined : { ...account, user, token };
  }

  /** The user who last signed in to the account, also after they signed out. */
  lastUserOf(account: PlatformAccount): string | undefined {
    return this.#users.lastOf(account);
  }

  /**
   * Stores the token and the user of a connection. Resolves to why the secret storage did not accept the token, in its own
   * words, or to nothing. A token that it did not accept is used until the window closes.
   */
  async store(connection: PlatformConnection): Promise<string | undefined> {
    const problem = await this.#storeSecret(tokenKey(connection), connection.token);
    await this.#users.add(connection);
    return problem;
  }

  async #storeSecret(key: string, secret: string): Promise<string | undefined> {
    const problem = await this.#secrets.store(key, secret).then(
      () => undefined,
      (error: unknown) => messageOf(error),
    );
    if (problem === undefined) this.#unstored.delete(key);
    else this.#unstored.set(key, secret);
    return problem;
  }

  /**
   * Deletes the tokens of all users who ever signed in to the account. Resolves to the users whose token was deleted.
   *
   * @throws `StoreUnavailable` that names the users whose token could not be deleted; the others' are deleted
   */
  async delete(account: PlatformAccount): Promise<string[]> {
    const deleted: string[] = [];
    const failures = new Map<string, unknown>();
    for (const user of this.#users.of(account)) {
      try {
        if (await this.#deleteToken(tokenKey({ ...account, user }))) deleted.push(user);
      } catch (error) {
        failures.set(user, error);
      }
    }
    const remaining = [...failures.keys()];
    await this.#users.keep(account, remaining);
    const [first] = failures.values();
    if (remaining.length > 0) throw credentialErrors.notDeleted(remaining, messageOf(first), first);
    return deleted;
  }

  /** The password that was stored under the key. @throws `Unauthorized` when the secret storage cannot be read */
  async findPassword(key: string): Promise<string | undefined> {
    return this.#unstored.get(key) ?? (await this.#read(key));
  }

  /** Stores a password, as `store` does a token. */
  storePassword(key: string, password: string): Promise<string | undefined> {
    return this.#storeSecret(key, password);
  }

  /** Deletes a password. Resolves to whether there was one. */
  deletePassword(key: string): Promise<boolean> {
    return this.#deleteToken(key);
  }

  /** Calls the listener after someone signs in or out, in this or another window. */
  onDidChange(listener: () => unknown): vscode.Disposable {
    return this.#secrets.onDidChange(() => void listener());
  }

  /** Resolves to whether there was a token. */
  async #deleteToken(key: string): Promise<boolean> {
    const wasUnstored = this.#unstored.delete(key);
    // Storage that cannot be read may still delete.
    const stored = await this.#read(key).catch(() => "unreadable");
    if (stored === undefined) return wasUnstored;
    await this.#secrets.delete(key);
    return true;
  }

  async #read(key: string): Promise<string | undefined> {
    try {
      return await this.#secrets.get(key);
    } catch (error) {
      throw credentialErrors.unreadable(messageOf(error), error);
    }
  }
}
