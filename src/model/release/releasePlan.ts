import { packErrors } from "../../errors/packErrors.ts";
import { releasePlanErrors } from "../../errors/releasePlanErrors.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import { canBeChosen, newestFirst, type PackagedVersion } from "../pack/packagedVersion.ts";
import type { ComponentVersions } from "./release.ts";

/** What a release does to one component of the pack. */
export type ChangeKind = "new" | "upgrade" | "rollBack" | "removed" | "unchanged";

/** One line of a release's summary. Versions are `''` where there is none. */
export interface ReleaseChange {
  readonly componentId: string;
  readonly componentName: string;
  readonly from: string;
  readonly to: string;
  readonly kind: ChangeKind;
}

/** Finds a packaged version of a component by its exact version text, or as much of it as is needed. */
export type FindVersion<Version = PackagedVersion> = (
  componentId: string,
  packageVersion: string,
) => Version | undefined;

/** What decides whether a version may be released. */
export type Availability = Pick<PackagedVersion, "shareable" | "deleted">;

/** Rule 5: the pending version the user chose earlier, else the latest available one, else the current one. */
export function preselectedVersion(component: PackComponent): string {
  return component.pendingVersion || component.latestVersion || component.currentVersion;
}

/** The preselection of every component that stays in the pack. */
export function preselectedVersions(pack: IntegrationPack): ComponentVersions {
  const staying = pack.components.filter(({ deleted }) => !deleted);
  return Object.fromEntries(
    staying.map((component) => [component.componentId, preselectedVersion(component)]),
  );
}

/** What releasing `chosen` does to one component; `findVersion` tells an upgrade from a roll-back by age. */
export function changeOf(component: PackComponent, chosen: string, findVersion: FindVersion): ChangeKind {
  const { componentId, currentVersion, latestVersion, deleted } = component;
  if (deleted) return "removed";
  if (currentVersion === "") return "new";
  if (chosen === currentVersion) return "unchanged";
  if (chosen === latestVersion) return "upgrade";
  const from = findVersion(componentId, currentVersion);
  const to = findVersion(componentId, chosen);
  return from && to && newestFirst(from, to) < 0 ? "rollBack" : "upgrade";
}

/** The summary of a release with the chosen versions, in the order of the pack's components. */
export function planRelease(
  pack: IntegrationPack,
  chosen: ComponentVersions,
  findVersion: FindVersion,
): ReleaseChange[] {
  return pack.components.map((component) => {
    const { componentId, componentName, currentVersion, deleted } = component;
    const to = deleted ? "" : (ownVersion(chosen, componentId) ?? preselectedVersion(component));
    return {
      componentId,
      componentName,
      from: currentVersion,
      to,
      kind: changeOf(component, to, findVersion),
    };
  });
}

/**
 * The version of every component that a release of the pack would carry.
 *
 * @throws `InvalidRequest` when the pack is empty, a version is not shareable or deleted, or a component has none;
 * `NotFound` for a component that is not in the pack or a version it does not have;
 * `NothingToRelease` when nothing would change.
 */
export function resolveVersions(
  pack: IntegrationPack,
  requested: ComponentVersions,
  findVersion: FindVersion<Availability>,
): ComponentVersions {
  if (pack.components.length === 0) throw packErrors.emptyPack(pack.name);
  const components = new Map(pack.components.map((component) => [component.componentId, component]));
  for (const componentId of Object.keys(requested)) {
    const component = components.get(componentId);
    if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
    if (component.deleted) throw releasePlanErrors.componentLeaves(component.componentName);
  }
  const resolved = Object.fromEntries(
    pack.components
      .filter(({ deleted }) => !deleted)
      .map((component) => [component.componentId, resolveVersion(component, requested, findVersion)]),
  );
  const changes = pack.components.some(
    ({ componentId, currentVersion, deleted }) =>
      deleted || ownVersion(resolved, componentId) !== currentVersion,
  );
  if (!changes) throw releasePlanErrors.nothingToRelease(pack.name);
  return resolved;
}

function resolveVersion(
  component: PackComponent,
  requested: ComponentVersions,
  findVersion: FindVersion<Availability>,
): string {
  const { componentId, componentName, currentVersion } = component;
  const chosen = ownVersion(requested, componentId) ?? preselectedVersion(component);
  if (chosen === "") throw releasePlanErrors.noVersionChosen(componentName);
  if (chosen === currentVersion) return chosen;
  const version = findVersion(componentId, chosen);
  if (!version) throw versionErrors.versionNotFound(chosen, componentName);
  if (version.deleted) throw versionErrors.versionDeleted(chosen, componentName);
  if (!canBeChosen(version)) throw versionErrors.versionNotShareable(chosen, componentName);
  return chosen;
}

function ownVersion(versions: ComponentVersions, componentId: string): string | undefined {
  return Object.hasOwn(versions, componentId) ? versions[componentId] : undefined;
}

/** Two packs with the same fingerprint release the same thing: it holds what a user confirms, not what is merely offered. */
export function packFingerprint(pack: IntegrationPack): string {
  const { scheduled } = pack;
  const components = pack.components
    .map(({ componentId, currentVersion, pendingVersion, deleted }) => [
      componentId,
      currentVersion,
      pendingVersion,
      deleted,
    ])
    .sort();
  const schedule = scheduled && [
    scheduled.date,
    scheduled.timeZone,
    Object.entries(scheduled.versions).sort(),
  ];
  return JSON.stringify([pack.packId, components, schedule]);
}
