import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import { sharingErrors } from "../../../errors/sharingErrors.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { integer, text } from "../../sqlite/rows.ts";
import { requirePack } from "../packs/packs.ts";
import { isUpdatePending } from "./isUpdatePending.ts";
import { requireAccount } from "./managedAccounts.ts";

// Call each function inside a transaction.

/** The keys of a pack and an account. */
type Keys = readonly [packKey: number, accountKey: number];

/** Installs the latest release of a pack that is shared with the account. @throws `NotFound`, `InvalidRequest` */
export function install(connection: Connection, packId: string, accountId: string): void {
  const { keys, packName, accountName } = requirePackAndAccount(connection, packId, accountId);
  if (isInstalled(connection, keys)) throw sharingErrors.alreadyInstalled(packName, accountName);
  if (!isShared(connection, keys)) throw sharingErrors.packNotShared(packName, accountName);
  connection.run(
    `INSERT INTO installation (pack_key, account_key, release_key, applied_scheduled, state_before)
    SELECT pack_key, ?2, release_key, 0, 'notInstalled' FROM latest_release WHERE pack_key = ?1`,
    ...keys,
  );
}

/** Uninstalls the pack. @throws `NotFound` */
export function uninstall(connection: Connection, packId: string, accountId: string): void {
  const { keys, packName, accountName } = requirePackAndAccount(connection, packId, accountId);
  if (!isInstalled(connection, keys)) throw sharingErrors.notInstalled(accountName, packName);
  connection.run("DELETE FROM installation WHERE pack_key = ? AND account_key = ?", ...keys);
}

/**
 * Applies the pack's scheduled release to one account before its date (rule 7).
 *
 * @throws `NotFound`; `InvalidRequest` when no update is pending for the account
 */
export function applyPendingUpdate(connection: Connection, packId: string, accountId: string): void {
  const { keys, packName, accountName } = requirePackAndAccount(connection, packId, accountId);
  if (!isInstalled(connection, keys)) throw sharingErrors.notInstalled(accountId, packName);
  if (
    !connection.exists(
      `SELECT 1 FROM installation WHERE pack_key = ? AND account_key = ? AND ${isUpdatePending}`,
      ...keys,
    )
  ) {
    throw scheduleErrors.noPendingUpdate(accountName, packName);
  }
  connection.run(
    "UPDATE installation SET applied_scheduled = 1 WHERE pack_key = ? AND account_key = ?",
    ...keys,
  );
}

function requirePackAndAccount(connection: Connection, packId: string, accountId: string) {
  const pack = requirePack(connection, packId);
  const account = requireAccount(connection, accountId);
  const keys: Keys = [integer(pack, "pack_key"), integer(account, "account_key")];
  return { keys, packName: text(pack, "name"), accountName: text(account, "name") };
}

function isInstalled(connection: Connection, keys: Keys): boolean {
  return connection.exists("SELECT 1 FROM installation WHERE pack_key = ? AND account_key = ?", ...keys);
}

/** Whether a group contains both. Only released packs are in groups (rule 9), so there is a release to install. */
function isShared(connection: Connection, keys: Keys): boolean {
  return connection.exists(
    "SELECT 1 FROM group_pack JOIN group_account USING (group_key) WHERE pack_key = ? AND account_key = ?",
    ...keys,
  );
}
