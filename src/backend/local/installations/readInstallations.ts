import type {
  InstallationReading,
  InstallationState,
  PackAccount,
  ReleaseDate,
} from "../../../model/installation/installationReading.ts";
import { recordedStates } from "../../../model/installation/recordedStates.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { flag, integer, optionalText, text, word, type Row } from "../../sqlite/rows.ts";
import { requirePack } from "../packs/packs.ts";
import { isUpdatePending } from "../sharing/isUpdatePending.ts";

/** Reads which accounts have the pack, and which release each of them runs. @throws `NotFound` */
export function readInstallations(connection: Connection, packId: string, now: Date): InstallationReading {
  const pack = requirePack(connection, packId);
  const packKey = integer(pack, "pack_key");
  const releases = connection
    .all(
      "SELECT release_id, released_at FROM release WHERE pack_key = ? ORDER BY released_ms DESC, release_key DESC",
      packKey,
    )
    .map((row) => ({ releaseId: text(row, "release_id"), releasedAt: text(row, "released_at") }));
  const [latestRelease] = releases;
  return {
    packId,
    name: text(pack, "name"),
    readAt: now.toISOString(),
    accounts: readAccounts(connection, packKey)
      .map((row) => toAccount(row, releases))
      .sort((one, other) => compareNames(one.accountName, other.accountName)),
    ...(latestRelease && { latestRelease }),
  };
}

/** The accounts with the pack, and those of the groups that it is shared with. */
function readAccounts(connection: Connection, packKey: number): Row[] {
  return connection.all(
    `SELECT account_id, account.name, release_id, applied_scheduled, ${isUpdatePending} AS pending_update, state_before
    FROM account
      LEFT JOIN installation ON installation.account_key = account.account_key AND installation.pack_key = ?1
      LEFT JOIN release USING (release_key)
    WHERE installation.account_key IS NOT NULL OR account.account_key IN (
      SELECT account_key FROM group_account JOIN group_pack USING (group_key) WHERE group_pack.pack_key = ?1)
    ORDER BY account_id`,
    packKey,
  );
}

function toAccount(row: Row, releases: readonly ReleaseDate[]): PackAccount {
  const account = { accountId: text(row, "account_id"), accountName: text(row, "name") };
  const releaseId = optionalText(row, "release_id");
  const at = releases.findIndex((release) => release.releaseId === releaseId);
  const release = releases[at];
  if (!release) return { ...account, state: "notInstalled" };
  return {
    ...account,
    state: stateOf(row, at),
    ...(row.state_before !== null && { stateBefore: word(row, "state_before", recordedStates) }),
    release,
    ...(at > 0 && { missing: releases.slice(0, at) }),
  };
}

function stateOf(row: Row, releasesBehind: number): InstallationState {
  if (flag(row, "applied_scheduled")) return "appliedEarly";
  if (flag(row, "pending_update")) return "updatePending";
  return releasesBehind === 0 ? "current" : "behind";
}
