import type { Snapshot, SnapshotComponent, SnapshotVersion } from "../../../model/snapshot/snapshot.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { insertDeployment, insertIncludedComponents, insertVersion } from "../packs/versionRows.ts";
import { keyOf, type ImportedKeys } from "./importedKeys.ts";
import { importPacks } from "./importPacks.ts";
import type { Actor } from "../releases/schedules.ts";
import { deleteContent } from "../storeContent.ts";

/** Replaces everything in the store by the snapshot, which must be checked. Call it inside a transaction. */
export function importSnapshot(connection: Connection, snapshot: Snapshot, actor: Actor): void {
  deleteContent(connection);
  const keys: ImportedKeys = { components: new Map(), packs: new Map(), releases: new Map() };
  importComponents(connection, snapshot.components, keys);
  importPacks(connection, snapshot.packs, keys, actor);
  importSharing(connection, snapshot, keys);
}

function importComponents(
  connection: Connection,
  components: readonly SnapshotComponent[],
  keys: ImportedKeys,
): void {
  for (const { componentId, name, type, versions } of components) {
    const key = connection.insert("component", { component_id: componentId, name, type });
    const versionKeys = new Map<string, number>();
    for (const version of versions) {
      versionKeys.set(version.packageVersion, importVersion(connection, key, version));
    }
    keys.components.set(componentId, { key, versions: versionKeys });
  }
}

function importVersion(connection: Connection, componentKey: number, version: SnapshotVersion): number {
  const versionKey = insertVersion(connection, componentKey, version);
  insertIncludedComponents(connection, versionKey, version.includedComponents ?? []);
  for (const deployment of version.deployments ?? []) insertDeployment(connection, versionKey, deployment);
  return versionKey;
}

function importSharing(
  connection: Connection,
  { accountGroups, installations }: Snapshot,
  keys: ImportedKeys,
): void {
  const accounts = new Map<string, number>();
  for (const group of accountGroups) {
    const groupKey = connection.insert("account_group", { group_id: group.groupId, name: group.name });
    for (const packId of group.packIds) {
      connection.run("INSERT INTO group_pack VALUES (?, ?)", groupKey, keyOf(keys.packs, packId));
    }
    for (const { accountId, name } of group.accounts) {
      const accountKey =
        accounts.get(accountId) ?? connection.insert("account", { account_id: accountId, name });
      accounts.set(accountId, accountKey);
      connection.run("INSERT INTO group_account VALUES (?, ?)", groupKey, accountKey);
    }
  }
  for (const { packId, accountId, releaseId, appliedScheduled, stateBefore } of installations) {
    connection.run(
      `INSERT INTO installation (pack_key, account_key, release_key, applied_scheduled, state_before)
      VALUES (?, ?, ?, ?, ?)`,
      keyOf(keys.packs, packId),
      keyOf(accounts, accountId),
      keyOf(keys.releases, releaseId),
      Number(appliedScheduled),
      stateBefore ?? null,
    );
  }
}
