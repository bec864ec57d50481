import { randomUUID } from "node:crypto";
import { sharingErrors } from "../../../errors/sharingErrors.ts";
import { nameProblem } from "../../../model/pack/inputProblems.ts";
import { throwProblem } from "../../../model/pack/packRules.ts";
import { requireGroup } from "./accountGroups.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { requirePack } from "../packs/packs.ts";
import { type Row, integer, text } from "../../sqlite/rows.ts";

// Call each inside a transaction.

/** Makes an empty account group; gives its id. @throws `InvalidRequest` */
export function createGroup(connection: Connection, name: string): string {
  throwProblem(nameProblem(name));
  const groupId = randomUUID();
  connection.run("INSERT INTO account_group (group_id, name) VALUES (?, ?)", groupId, name.trim());
  return groupId;
}

/** Deletes a group, and the accounts that are in no other one with what they have installed. @throws `NotFound` */
export function deleteGroup(connection: Connection, groupId: string): void {
  const groupKey = integer(requireGroup(connection, groupId), "group_key");
  const accountKeys = connection
    .all("SELECT account_key FROM group_account WHERE group_key = ?", groupKey)
    .map((row) => integer(row, "account_key"));
  connection.run("DELETE FROM account_group WHERE group_key = ?", groupKey);
  for (const accountKey of accountKeys) {
    if (!connection.get("SELECT 1 FROM group_account WHERE account_key = ?", accountKey)) {
      removeAccount(connection, accountKey);
    }
  }
}

/** Makes an account in the group; gives its id. @throws `NotFound`, `InvalidRequest` */
export function createAccount(connection: Connection, groupId: string, name: string): string {
  throwProblem(nameProblem(name));
  const groupKey = integer(requireGroup(connection, groupId), "group_key");
  const accountId = randomUUID();
  connection.run("INSERT INTO account (account_id, name) VALUES (?, ?)", accountId, name.trim());
  connection.run(
    "INSERT INTO group_account (group_key, account_key) SELECT ?, account_key FROM account WHERE account_id = ?",
    groupKey,
    accountId,
  );
  return accountId;
}

/** Deletes an account from all its groups, with what it has installed. @throws `NotFound` */
export function deleteAccount(connection: Connection, accountId: string): void {
  removeAccount(connection, integer(requireAccount(connection, accountId), "account_key"));
}

/** Installs the latest release of a pack that is shared with the account. @throws `NotFound`, `InvalidRequest` */
export function install(connection: Connection, packId: string, accountId: string): void {
  const pack = requirePack(connection, packId);
  const account = requireAccount(connection, accountId);
  const keys = [integer(pack, "pack_key"), integer(account, "account_key")] as const;
  const names = [text(pack, "name"), text(account, "name")] as const;
  if (isInstalled(connection, ...keys)) throw sharingErrors.alreadyInstalled(...names);
  if (!isShared(connection, ...keys)) throw sharingErrors.packNotShared(...names);
  connection.run(
    `INSERT INTO installation (pack_key, account_key, release_key, applied_scheduled)
    SELECT pack_key, ?2, release_key, 0 FROM latest_release WHERE pack_key = ?1`,
    ...keys,
  );
}

/** @throws `NotFound` */
export function uninstall(connection: Connection, packId: string, accountId: string): void {
  const pack = requirePack(connection, packId);
  const account = requireAccount(connection, accountId);
  const keys = [integer(pack, "pack_key"), integer(account, "account_key")] as const;
  if (!isInstalled(connection, ...keys))
    throw sharingErrors.notInstalled(text(account, "name"), text(pack, "name"));
  connection.run("DELETE FROM installation WHERE pack_key = ? AND account_key = ?", ...keys);
}

/** The row of an account. @throws `NotFound` */
export function requireAccount(connection: Connection, accountId: string): Row {
  const row = connection.get("SELECT * FROM account WHERE account_id = ?", accountId);
  if (!row) throw sharingErrors.accountNotFound(accountId);
  return row;
}

function removeAccount(connection: Connection, accountKey: number): void {
  connection.run("DELETE FROM installation WHERE account_key = ?", accountKey);
  connection.run("DELETE FROM group_account WHERE account_key = ?", accountKey);
  connection.run("DELETE FROM account WHERE account_key = ?", accountKey);
}

function isInstalled(connection: Connection, packKey: number, accountKey: number): boolean {
  return (
    connection.get(
      "SELECT 1 FROM installation WHERE pack_key = ? AND account_key = ?",
      packKey,
      accountKey,
    ) !== undefined
  );
}

/** Whether one group has both. Only released packs are in groups (rule 9), so there is a release to install. */
function isShared(connection: Connection, packKey: number, accountKey: number): boolean {
  return (
    connection.get(
      "SELECT 1 FROM group_pack JOIN group_account USING (group_key) WHERE pack_key = ? AND account_key = ?",
      packKey,
      accountKey,
    ) !== undefined
  );
}
