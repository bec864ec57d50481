import { sharingErrors } from "../../../errors/sharingErrors.ts";
import type { AccountGroup, AccountInstallation } from "../../../model/pack/accountGroup.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { requirePack } from "../packs/packs.ts";
import { isUpdatePending } from "./isUpdatePending.ts";
import { type Row, flag, groupBy, integer, text } from "../../sqlite/rows.ts";

/** All groups with their packs, accounts and installations, each list sorted by name. */
export function listAccountGroups(connection: Connection): AccountGroup[] {
  const packs = groupBy(
    connection.all(
      "SELECT group_key, pack_id, name FROM group_pack JOIN pack USING (pack_key) ORDER BY pack_id",
    ),
    "group_key",
    (row) => ({ packId: text(row, "pack_id"), name: text(row, "name") }),
  );
  const installations = readInstallations(connection);
  const accounts = groupBy(
    connection.all(
      `SELECT group_key, account_key, account_id, name FROM group_account JOIN account USING (account_key)
      ORDER BY account_id`,
    ),
    "group_key",
    (row) => ({
      accountId: text(row, "account_id"),
      name: text(row, "name"),
      installations: installations.get(integer(row, "account_key")) ?? [],
    }),
  );
  return connection
    .all("SELECT * FROM account_group ORDER BY group_id")
    .map((row) => {
      const key = integer(row, "group_key");
      return {
        groupId: text(row, "group_id"),
        name: text(row, "name"),
        packs: [...(packs.get(key) ?? [])].sort(byName),
        accounts: [...(accounts.get(key) ?? [])].sort(byName),
      };
    })
    .sort(byName);
}

/** Shares a released pack with a group (rule 9). Call it inside a transaction. @throws `NotFound`, `InvalidRequest` */
export function addPackToGroup(connection: Connection, packId: string, groupId: string): void {
  const { packKey, packName, groupKey, groupName } = requirePackAndGroup(connection, packId, groupId);
  if (!connection.exists("SELECT 1 FROM release WHERE pack_key = ?", packKey)) {
    throw sharingErrors.packNeverReleased(packName);
  }
  if (isInGroup(connection, groupKey, packKey)) throw sharingErrors.packAlreadyInGroup(packName, groupName);
  connection.run("INSERT INTO group_pack (group_key, pack_key) VALUES (?, ?)", groupKey, packKey);
}

/** Stops sharing the pack with the group; installations stay. Call it inside a transaction. @throws `NotFound` */
export function removePackFromGroup(connection: Connection, packId: string, groupId: string): void {
  const { packKey, packName, groupKey, groupName } = requirePackAndGroup(connection, packId, groupId);
  if (!isInGroup(connection, groupKey, packKey)) throw sharingErrors.packNotInGroup(packName, groupName);
  connection.run("DELETE FROM group_pack WHERE group_key = ? AND pack_key = ?", groupKey, packKey);
}

/** The row of a group. @throws `NotFound` */
export function requireGroup(connection: Connection, groupId: string): Row {
  const row = connection.get("SELECT * FROM account_group WHERE group_id = ?", groupId);
  if (!row) throw sharingErrors.accountGroupNotFound(groupId);
  return row;
}

function requirePackAndGroup(connection: Connection, packId: string, groupId: string) {
  const pack = requirePack(connection, packId);
  const group = requireGroup(connection, groupId);
  return {
    packKey: integer(pack, "pack_key"),
    packName: text(pack, "name"),
    groupKey: integer(group, "group_key"),
    groupName: text(group, "name"),
  };
}

function isInGroup(connection: Connection, groupKey: number, packKey: number): boolean {
  return connection.exists(
    "SELECT 1 FROM group_pack WHERE group_key = ? AND pack_key = ?",
    groupKey,
    packKey,
  );
}

/** The installations of each account, by the account's key. */
function readInstallations(connection: Connection): Map<number, AccountInstallation[]> {
  const installations = groupBy(
    connection.all(
      `SELECT account_key, pack_id, pack.name, release_id, released_at, applied_scheduled,
        installation.release_key = latest_release.release_key AS is_latest,
        ${isUpdatePending} AS pending_update
      FROM installation JOIN pack USING (pack_key) JOIN release USING (release_key)
        JOIN latest_release ON latest_release.pack_key = installation.pack_key
      ORDER BY pack_id`,
    ),
    "account_key",
    (row) => ({
      packId: text(row, "pack_id"),
      packName: text(row, "name"),
      releaseId: text(row, "release_id"),
      releasedAt: text(row, "released_at"),
      isLatest: flag(row, "is_latest"),
      pendingUpdate: flag(row, "pending_update"),
      appliedScheduled: flag(row, "applied_scheduled"),
    }),
  );
  return new Map(
    [...installations].map(([key, ofAccount]) => [
      key,
      [...ofAccount].sort((one, other) => compareNames(one.packName, other.packName)),
    ]),
  );
}

function byName(one: { name: string }, other: { name: string }): number {
  return compareNames(one.name, other.name);
}
