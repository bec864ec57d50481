import type { SnapshotVersion } from "../../../../../src/model/snapshot/snapshot.ts";
import type { PackedComponent, PlatformComponent, PlatformState } from "./state.ts";

/** A packaged version with the component that it is a version of. */
export interface Packaged {
  readonly component: PlatformComponent;
  readonly version: SnapshotVersion;
}

export function* packagedVersions({ components }: PlatformState): Generator<Packaged> {
  for (const component of components.values()) {
    for (const version of component.versions) yield { component, version };
  }
}

/** The packaged version with this package id. */
export function findPackaged(state: PlatformState, packageId: string): Packaged | undefined {
  for (const packaged of packagedVersions(state)) {
    if (packaged.version.packageId === packageId) return packaged;
  }
  return undefined;
}

/** The versions that packs may carry, newest first. */
export function shareableVersions(component: PlatformComponent | undefined): SnapshotVersion[] {
  return (component?.versions ?? [])
    .filter(({ shareable, deleted }) => shareable && !deleted)
    .sort((one, other) => age(one, other));
}

/** The newest shareable version that is newer than the current one; `""` when there is none. */
export function latestVersion(component: PlatformComponent | undefined, packed: PackedComponent): string {
  const newest = shareableVersions(component)[0];
  if (!newest) return "";
  const current = component?.versions.find(({ packageVersion }) => packageVersion === packed.currentVersion);
  return !current || age(newest, current) < 0 ? newest.packageVersion : "";
}

function age(one: SnapshotVersion, other: SnapshotVersion): number {
  return (
    Date.parse(other.createdDate) - Date.parse(one.createdDate) ||
    other.componentVersion - one.componentVersion
  );
}
