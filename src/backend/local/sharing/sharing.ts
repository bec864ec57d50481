import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import { sharingErrors } from "../../../errors/sharingErrors.ts";
import type { PackSharing } from "../../../model/pack/accountGroup.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { requirePack, requirePackKey } from "../packs/packs.ts";
import { flag, integer, text } from "../../sqlite/rows.ts";

/** Who receives the pack's releases, sorted by name. @throws `NotFound` */
export function getSharing(connection: Connection, packId: string): PackSharing {
  const packKey = requirePackKey(connection, packId);
  const groups = connection
    .all(
      "SELECT group_id, name FROM group_pack JOIN account_group USING (group_key) WHERE pack_key = ? ORDER BY group_id",
      packKey,
    )
    .map((row) => ({ groupId: text(row, "group_id"), name: text(row, "name") }));
  const installations = connection
    .all(
      `SELECT account_id, account.name, release_id,
        applied_scheduled = 0 AND EXISTS (SELECT 1 FROM schedule WHERE schedule.pack_key = installation.pack_key)
          AS pending_update
      FROM installation JOIN account USING (account_key) JOIN release USING (release_key)
      WHERE installation.pack_key = ? ORDER BY account_id`,
      packKey,
    )
    .map((row) => ({
      accountId: text(row, "account_id"),
      accountName: text(row, "name"),
      releaseId: text(row, "release_id"),
      pendingUpdate: flag(row, "pending_update"),
    }));
  return {
    groups: groups.sort((one, other) => compareNames(one.name, other.name)),
    installations: installations.sort((one, other) => compareNames(one.accountName, other.accountName)),
  };
}

/**
 * Gives one account the scheduled versions before their date (rule 7). Call it inside a transaction.
 *
 * @throws `NotFound`; `InvalidRequest` when no update is pending for the account.
 */
export function applyPendingUpdate(connection: Connection, packId: string, accountId: string): void {
  const pack = requirePack(connection, packId);
  const account = connection.get("SELECT account_key, name FROM account WHERE account_id = ?", accountId);
  if (!account) throw sharingErrors.accountNotFound(accountId);
  const { installations = [] } = getSharing(connection, packId);
  const installation = installations.find((installed) => installed.accountId === accountId);
  if (!installation) throw sharingErrors.notInstalled(accountId, text(pack, "name"));
  if (!installation.pendingUpdate)
    throw scheduleErrors.noPendingUpdate(text(account, "name"), text(pack, "name"));
  connection.run(
    "UPDATE installation SET applied_scheduled = 1 WHERE pack_key = ? AND account_key = ?",
    integer(pack, "pack_key"),
    integer(account, "account_key"),
  );
}
