import { tokenKey } from "../../backend/platform/account/platformConnection.ts";
import type { PlatformAccount } from "./platformAccount.ts";

/** The last user of each account, who is proposed at the next sign-in. */
const lastKey = "platform.users";
/** The users of each account who may have a token. */
const allKey = "platform.allUsers";

/** The part of a `vscode.Memento` that stores the users. */
export interface UserState {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Who signed in to which account, by user name. Stored for all workspaces, without tokens. */
export class SignedInUsers {
  readonly #state: UserState;

  constructor(state: UserState) {
    this.#state = state;
  }

  /** The user who last signed in to the account, also after they signed out. */
  lastOf(account: PlatformAccount): string | undefined {
    return this.#usersAt(lastKey, account).at(0);
  }

  /** The users who may have a token for the account, in the order in which they first signed in. */
  of(account: PlatformAccount): string[] {
    return this.#usersAt(this.#has(allKey, account) ? allKey : lastKey, account);
  }

  async add(account: PlatformAccount & { readonly user: string }): Promise<void> {
    const { user } = account;
    await this.keep(account, [...new Set([...this.of(account), user])]);
    await this.#write(lastKey, account, user);
  }

  /** Removes all other users of the account. The last user stays the one to propose. */
  keep(account: PlatformAccount, users: readonly string[]): PromiseLike<void> {
    return this.#write(allKey, account, users);
  }

  #has(key: string, account: PlatformAccount): boolean {
    return Object.hasOwn(this.#read(key), keyOf(account));
  }

  /** The stored users. What another version may have stored is checked. */
  #usersAt(key: string, account: PlatformAccount): string[] {
    return [this.#read(key)[keyOf(account)]].flat().filter((user) => typeof user === "string");
  }

  #write(key: string, account: PlatformAccount, users: string | readonly string[]): PromiseLike<void> {
    return this.#state.update(key, { ...this.#read(key), [keyOf(account)]: users });
  }

  #read(key: string): Readonly<Record<string, unknown>> {
    const stored = this.#state.get(key);
    return typeof stored === "object" ? { ...stored } : {};
  }
}

/** The key of the account among the stored users. Tokens do not distinguish the account to work on. */
function keyOf(account: PlatformAccount): string {
  return tokenKey({ ...account, user: "" });
}
