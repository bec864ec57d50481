import { sharingErrors } from "../../../errors/sharingErrors.ts";
import { nameProblem } from "../../../model/pack/inputProblems.ts";
import { throwProblem } from "../../../model/pack/packRules.ts";
import { requireGroup } from "./accountGroups.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { type Row, integer } from "../../sqlite/rows.ts";

// Call each function that changes something inside a transaction.

/** Creates an empty account group. Returns its id. @throws `InvalidRequest` */
export function createGroup(connection: Connection, name: string): string {
  throwProblem(nameProblem(name));
  const groupId = crypto.randomUUID();
  connection.run("INSERT INTO account_group (group_id, name) VALUES (?, ?)", groupId, name.trim());
  return groupId;
}

/** Deletes a group, and the accounts that are in no other group with their installations. @throws `NotFound` */
export function deleteGroup(connection: Connection, groupId: string): void {
  const groupKey = integer(requireGroup(connection, groupId), "group_key");
  const accountKeys = connection
    .all("SELECT account_key FROM group_account WHERE group_key = ?", groupKey)
    .map((row) => integer(row, "account_key"));
  connection.run("DELETE FROM account_group WHERE group_key = ?", groupKey);
  for (const accountKey of accountKeys) {
    if (!connection.exists("SELECT 1 FROM group_account WHERE account_key = ?", accountKey)) {
      removeAccount(connection, accountKey);
    }
  }
}

/** Creates an account in the group. Returns its id. @throws `NotFound`, `InvalidRequest` */
export function createAccount(connection: Connection, groupId: string, name: string): string {
  throwProblem(nameProblem(name));
  const groupKey = integer(requireGroup(connection, groupId), "group_key");
  const accountId = crypto.randomUUID();
  connection.run("INSERT INTO account (account_id, name) VALUES (?, ?)", accountId, name.trim());
  connection.run(
    "INSERT INTO group_account (group_key, account_key) SELECT ?, account_key FROM account WHERE account_id = ?",
    groupKey,
    accountId,
  );
  return accountId;
}

/** Deletes an account with its installations. @throws `NotFound` */
export function deleteAccount(connection: Connection, accountId: string): void {
  removeAccount(connection, integer(requireAccount(connection, accountId), "account_key"));
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
