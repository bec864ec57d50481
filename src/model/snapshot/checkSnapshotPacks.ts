import * as l10n from "@vscode/l10n";
import { messageOf } from "../../base/messageOf.ts";
import { packNameKey } from "../pack/pack.ts";
import { canBeChosen } from "../pack/packagedVersion.ts";
import { versionIn, type ComponentVersions } from "../release/release.ts";
import { releaseWindow } from "../schedule/releaseWindow.ts";
import type { SnapshotPack, SnapshotPackComponent, SnapshotRelease } from "./snapshot.ts";
import { addUnique, checkInstant, reject, type SnapshotPath } from "./snapshotChecks.ts";
import type { IndexedComponent, SnapshotIndex } from "./snapshotIndex.ts";

/**
 * The release with the latest date, which gives a pack its current versions. Of several at one instant: the last in the
 * list.
 */
export function latestRelease(releases: readonly SnapshotRelease[] = []): SnapshotRelease | undefined {
  return releases.reduce<SnapshotRelease | undefined>(
    (latest, release) =>
      latest && Date.parse(latest.releasedAt) > Date.parse(release.releasedAt) ? latest : release,
    undefined,
  );
}

/** Checks the packs of a snapshot against the rules for packs, their releases and schedules. */
export function checkSnapshotPacks(packs: readonly SnapshotPack[], index: SnapshotIndex): void {
  const packIds = new Set<string>();
  const names = new Set<string>();
  const releaseIds = new Set<string>();
  packs.forEach((pack, at) => {
    const path = ["packs", at];
    addUnique(packIds, pack.packId, [...path, "packId"]);
    addUnique(names, packNameKey(pack.name), [...path, "name"], pack.name);
    pack.releases?.forEach((release, releaseAt) => {
      const releasePath = [...path, "releases", releaseAt];
      addUnique(releaseIds, release.releaseId, [...releasePath, "releaseId"]);
      checkInstant(release.releasedAt, [...releasePath, "releasedAt"]);
      checkVersions(release.versions, [...releasePath, "versions"], index);
    });
    checkPackComponents(pack, path, index);
    checkSchedule(pack, path, index);
  });
}

function checkPackComponents(pack: SnapshotPack, path: SnapshotPath, index: SnapshotIndex): void {
  const current = latestRelease(pack.releases)?.versions ?? {};
  const componentIds = new Set<string>();
  pack.components.forEach((packComponent, at) => {
    const { componentId } = packComponent;
    const componentPath = [...path, "components", at];
    const known = index.components.get(componentId);
    if (!known) {
      reject(
        [...componentPath, "componentId"],
        l10n.t('there is no component with the ID "{0}"', componentId),
      );
    }
    addUnique(componentIds, componentId, [...componentPath, "componentId"]);
    if (pack.installationType === "MULTI" && known.component.type === "webservice") {
      reject(componentPath, l10n.t("a pack with multiple attachments cannot carry API Service components"));
    }
    checkNextRelease(packComponent, versionIn(current, componentId), known, componentPath);
  });
  for (const componentId of Object.keys(current)) {
    if (!componentIds.has(componentId)) {
      reject(
        [...path, "components"],
        l10n.t('"{0}" is in the pack\'s latest release, but not in the pack', componentId),
      );
    }
  }
}

/**
 * Checks Deleted marks and pending versions: only a released component can have the mark (rule 3), and only a version
 * that can be chosen can be pending (rule 5).
 */
function checkNextRelease(
  { pendingVersion, deleted }: SnapshotPackComponent,
  currentVersion: string | undefined,
  { component, versions }: IndexedComponent,
  path: SnapshotPath,
): void {
  if (deleted && currentVersion === undefined) {
    reject(
      [...path, "deleted"],
      l10n.t('only a released component can be marked Deleted; "{0}" is not', component.name),
    );
  }
  if (!pendingVersion) return;
  const version = versions.get(pendingVersion);
  if (!version) {
    reject([...path, "pendingVersion"], l10n.t('"{0}" has no version "{1}"', component.name, pendingVersion));
  }
  if (pendingVersion !== currentVersion && !canBeChosen(version)) {
    reject(
      [...path, "pendingVersion"],
      l10n.t('version "{0}" of "{1}" is deleted or not shareable', pendingVersion, component.name),
    );
  }
}

/** Accepts scheduled versions that were deleted since: the scheduled release then fails and says so. */
function checkSchedule(
  { scheduled, scheduleEvents }: SnapshotPack,
  path: SnapshotPath,
  index: SnapshotIndex,
): void {
  if (scheduled) {
    const schedulePath = [...path, "scheduled"];
    checkWindow(scheduled.date, scheduled.timeZone, schedulePath);
    checkVersions(scheduled.versions, [...schedulePath, "versions"], index);
    const confirmed = new Set<string>();
    scheduled.confirmed?.forEach(({ componentId }, at) => {
      addUnique(confirmed, componentId, [...schedulePath, "confirmed", at, "componentId"]);
    });
    if (scheduled.scheduledAt !== undefined) {
      checkInstant(scheduled.scheduledAt, [...schedulePath, "scheduledAt"]);
    }
  }
  scheduleEvents?.forEach(({ at }, eventAt) => {
    checkInstant(at, [...path, "scheduleEvents", eventAt, "at"]);
  });
}

function checkWindow(date: string, timeZone: string, path: SnapshotPath): void {
  try {
    releaseWindow(date, timeZone);
  } catch (error) {
    reject(path, messageOf(error));
  }
}

function checkVersions(versions: ComponentVersions, path: SnapshotPath, index: SnapshotIndex): void {
  for (const [componentId, packageVersion] of Object.entries(versions)) {
    const known = index.components.get(componentId);
    if (!known) {
      reject([...path, componentId], l10n.t('there is no component with the ID "{0}"', componentId));
    }
    if (!known.versions.has(packageVersion)) {
      reject(
        [...path, componentId],
        l10n.t('"{0}" has no version "{1}"', known.component.name, packageVersion),
      );
    }
  }
}
