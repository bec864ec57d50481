import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import { addUnique, checkInstant, reject, type SnapshotPath } from "./snapshotChecks.ts";
import type { IndexedComponent } from "./snapshotIndex.ts";
import { checkSnapshotPacks } from "./checkSnapshotPacks.ts";
import type { Snapshot, SnapshotPack, SnapshotVersion } from "./snapshot.ts";

/**
 * Checks a snapshot of the right form: ids are unique, references lead to something, and the rules hold.
 *
 * @throws `InvalidRequest` with the path of the first problem.
 */
export function checkSnapshot(snapshot: Snapshot): void {
  const components = checkComponents(snapshot.components);
  const packs = new Map(snapshot.packs.map((pack) => [pack.packId, pack]));
  checkSnapshotPacks(snapshot.packs, { components, packs });
  const accountIds = checkAccountGroups(snapshot, packs);
  checkInstallations(snapshot, packs, accountIds);
}

function checkComponents(components: Snapshot["components"]): ReadonlyMap<string, IndexedComponent> {
  const index = new Map<string, IndexedComponent>();
  const componentIds = new Set<string>();
  const packageIds = new Set<string>();
  components.forEach((component, at) => {
    const path = ["components", at];
    addUnique(componentIds, component.componentId, [...path, "componentId"]);
    const texts = new Set<string>();
    component.versions.forEach((version, versionAt) => {
      const versionPath = [...path, "versions", versionAt];
      addUnique(packageIds, version.packageId, [...versionPath, "packageId"]);
      addUnique(texts, version.packageVersion, [...versionPath, "packageVersion"]);
      checkVersion(version, versionPath);
    });
    const versions = new Map(component.versions.map((version) => [version.packageVersion, version]));
    index.set(component.componentId, { component, versions });
  });
  return index;
}

function checkVersion(version: SnapshotVersion, path: SnapshotPath): void {
  checkInstant(version.createdDate, [...path, "createdDate"]);
  const included = new Set<string>();
  version.includedComponents?.forEach(({ componentId, modifiedDate }, at) => {
    addUnique(included, componentId, [...path, "includedComponents", at, "componentId"]);
    checkInstant(modifiedDate, [...path, "includedComponents", at, "modifiedDate"]);
  });
  version.deployments?.forEach(({ deployedDate }, at) => {
    checkInstant(deployedDate, [...path, "deployments", at, "deployedDate"]);
  });
}

function checkAccountGroups(
  { accountGroups }: Snapshot,
  packs: ReadonlyMap<string, SnapshotPack>,
): ReadonlySet<string> {
  const groupIds = new Set<string>();
  const accountNames = new Map<string, string>();
  accountGroups.forEach((group, at) => {
    const path = ["accountGroups", at];
    addUnique(groupIds, group.groupId, [...path, "groupId"]);
    const packIds = new Set<string>();
    group.packIds.forEach((packId, packAt) => {
      const packPath = [...path, "packIds", packAt];
      addUnique(packIds, packId, packPath);
      checkShared(packs.get(packId), packId, packPath);
    });
    const accountIds = new Set<string>();
    group.accounts.forEach(({ accountId, name }, accountAt) => {
      const accountPath = [...path, "accounts", accountAt];
      addUnique(accountIds, accountId, [...accountPath, "accountId"]);
      const known = accountNames.get(accountId);
      if (known !== undefined && known !== name) {
        reject([...accountPath, "name"], l10n.t('the account "{0}" is named "{1}" before', accountId, known));
      }
      accountNames.set(accountId, name);
    });
  });
  return new Set(accountNames.keys());
}

/** Rule 9: a pack can be added to an account group once it has been released. */
function checkShared(pack: SnapshotPack | undefined, packId: string, path: SnapshotPath): void {
  if (!pack) reject(path, l10n.t('there is no pack with the ID "{0}"', packId));
  if (!pack.releases?.length) {
    reject(path, l10n.t('"{0}" was never released, so it cannot be in an account group', pack.name));
  }
}

function checkInstallations(
  { installations }: Snapshot,
  packs: ReadonlyMap<string, SnapshotPack>,
  accountIds: ReadonlySet<string>,
): void {
  const seen = new Set<string>();
  installations.forEach(({ accountId, packId, releaseId, appliedScheduled }, at) => {
    const path = ["installations", at];
    if (!accountIds.has(accountId)) {
      reject([...path, "accountId"], l10n.t('no account group has an account with the ID "{0}"', accountId));
    }
    const pack = packs.get(packId);
    if (!pack) reject([...path, "packId"], l10n.t('there is no pack with the ID "{0}"', packId));
    addUnique(seen, JSON.stringify([accountId, packId]), path, listed([accountId, packId]));
    if (!pack.releases?.some((release) => release.releaseId === releaseId)) {
      reject([...path, "releaseId"], l10n.t('"{0}" has no release with the ID "{1}"', pack.name, releaseId));
    }
    if (appliedScheduled && !pack.scheduled) {
      reject([...path, "appliedScheduled"], l10n.t('"{0}" has no scheduled release to apply', pack.name));
    }
  });
}
