import type { PackSharing } from "../../../model/pack/accountGroup.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { requirePackKey } from "../packs/packs.ts";
import { isUpdatePending } from "./isUpdatePending.ts";
import { flag, text } from "../../sqlite/rows.ts";

/** The groups and installations that receive the pack's releases, each sorted by name. @throws `NotFound` */
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
        ${isUpdatePending} AS pending_update
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
