/** Creates and deletes account groups, managed accounts and installations. */
export interface ManagedAccountFacet {
  /** Creates an empty group. Resolves to its id. @throws `InvalidRequest` */
  createGroup(name: string): Promise<string>;
  /** Deletes the group, and the accounts that are in no other group with their installations. @throws `NotFound` */
  deleteGroup(groupId: string): Promise<void>;
  /** Creates an account in the group. Resolves to its id. @throws `NotFound`, `InvalidRequest` */
  createAccount(groupId: string, name: string): Promise<string>;
  /** Deletes the account with its installations. @throws `NotFound` */
  deleteAccount(accountId: string): Promise<void>;
  /**
   * Installs the pack's latest release.
   *
   * @throws `NotFound`; `InvalidRequest` when the pack is not shared with the account
   */
  install(packId: string, accountId: string): Promise<void>;
  /** Uninstalls the pack. @throws `NotFound` */
  uninstall(packId: string, accountId: string): Promise<void>;
}
