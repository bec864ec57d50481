import type { AccountGroup } from "../../model/pack/accountGroup.ts";

/** The groups of managed accounts that packs are shared with (rule 9). */
export interface AccountGroupFacet {
  /** All groups with their packs and accounts, sorted by name. */
  listAccountGroups(): Promise<AccountGroup[]>;
  /**
   * Shares the pack with the group.
   *
   * @throws `NotFound`; `InvalidRequest` when the pack was never released or is in the group already
   */
  addPack(packId: string, groupId: string): Promise<void>;
  /**
   * Stops sharing the pack with the group. Installations stay.
   *
   * @throws `NotFound`, also when the pack is not in the group
   */
  removePack(packId: string, groupId: string): Promise<void>;
}
