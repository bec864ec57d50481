import type {
  Snapshot,
  SnapshotAccountGroup,
  SnapshotComponent,
  SnapshotIncludedComponent,
  SnapshotInstallation,
  SnapshotVersion,
} from "../../../model/snapshot/snapshot.ts";
import { recordedStates } from "../../../model/installation/recordedStates.ts";
import type { Deployment } from "../../../model/pack/packagedVersion.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { type Row, flag, groupBy, integer, text, word } from "../../sqlite/rows.ts";
import { exportPacks } from "./exportPacks.ts";
import { toDeployment, toIncludedComponent, toVersionProperties, toXml } from "../packs/versionRows.ts";
import { toComponent } from "../packs/versions.ts";

/** Exports everything in the store. The order depends only on the content, so that two exports can be compared. */
export function exportSnapshot(connection: Connection): Snapshot {
  return {
    formatVersion: 1,
    components: exportComponents(connection),
    packs: exportPacks(connection),
    accountGroups: exportAccountGroups(connection),
    installations: exportInstallations(connection),
  };
}

function exportComponents(connection: Connection): SnapshotComponent[] {
  const included = groupBy(
    connection.all("SELECT * FROM included_component ORDER BY version_key, position"),
    "version_key",
    toSnapshotIncluded,
  );
  const deployments = groupBy(
    connection.all("SELECT * FROM deployment ORDER BY version_key, deployed_ms, deployment_key"),
    "version_key",
    toDeployment,
  );
  const versions = groupBy(
    connection.all(
      "SELECT * FROM packaged_version ORDER BY component_key, created_ms, component_version, version_key",
    ),
    "component_key",
    (row) => {
      const key = integer(row, "version_key");
      return toSnapshotVersion(row, included.get(key), deployments.get(key));
    },
  );
  return connection.all("SELECT * FROM component ORDER BY name, component_id").map((row) => ({
    ...toComponent(row),
    versions: versions.get(integer(row, "component_key")) ?? [],
  }));
}

function toSnapshotVersion(
  row: Row,
  includedComponents?: readonly SnapshotIncludedComponent[],
  deployments?: readonly Deployment[],
): SnapshotVersion {
  return {
    ...toVersionProperties(row),
    ...(includedComponents && { includedComponents }),
    ...(deployments && { deployments }),
  };
}

function toSnapshotIncluded(row: Row): SnapshotIncludedComponent {
  const xml = toXml(row);
  return { ...toIncludedComponent(row), ...(xml !== undefined && { xml }) };
}

function exportAccountGroups(connection: Connection): SnapshotAccountGroup[] {
  const packIds = groupBy(
    connection.all("SELECT group_key, pack_id FROM group_pack JOIN pack USING (pack_key) ORDER BY pack_id"),
    "group_key",
    (row) => text(row, "pack_id"),
  );
  const accounts = groupBy(
    connection.all(
      "SELECT group_key, account_id, name FROM group_account JOIN account USING (account_key) ORDER BY name, account_id",
    ),
    "group_key",
    (row) => ({ accountId: text(row, "account_id"), name: text(row, "name") }),
  );
  return connection.all("SELECT * FROM account_group ORDER BY name, group_id").map((row) => {
    const key = integer(row, "group_key");
    return {
      groupId: text(row, "group_id"),
      name: text(row, "name"),
      packIds: packIds.get(key) ?? [],
      accounts: accounts.get(key) ?? [],
    };
  });
}

function exportInstallations(connection: Connection): SnapshotInstallation[] {
  return connection
    .all(
      `SELECT account_id, pack_id, release_id, applied_scheduled, state_before
      FROM installation JOIN account USING (account_key) JOIN pack USING (pack_key) JOIN release USING (release_key)
      ORDER BY account_id, pack_id`,
    )
    .map((row) => ({
      accountId: text(row, "account_id"),
      packId: text(row, "pack_id"),
      releaseId: text(row, "release_id"),
      appliedScheduled: flag(row, "applied_scheduled"),
      ...(row.state_before !== null && { stateBefore: word(row, "state_before", recordedStates) }),
    }));
}
