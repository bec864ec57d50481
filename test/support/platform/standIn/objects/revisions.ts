import type { SnapshotIncludedComponent } from "../../../../../src/model/snapshot/snapshot.ts";
import { packagedVersions, type Packaged } from "./packagedVersions.ts";
import type { Row } from "../platformObject.ts";
import type { PlatformComponent, PlatformState } from "./state.ts";

/** What a packaged version includes: its own component, also where the snapshot does not list it, and the others. */
export function includedIn({ component, version }: Packaged): readonly SnapshotIncludedComponent[] {
  const included = version.includedComponents ?? [];
  if (included.some(({ componentId }) => componentId === component.componentId)) return included;
  const own: SnapshotIncludedComponent = {
    componentId: component.componentId,
    name: component.name,
    type: component.type,
    version: version.componentVersion,
    folder: version.folder,
    modifiedBy: version.createdBy,
    modifiedDate: version.createdDate,
  };
  return [own, ...included];
}

/** All component revisions that packaged versions include, as `ComponentMetadata` gives them. */
export function revisionRows(state: PlatformState): Row[] {
  return [...revisionsOf(state).values()].flatMap((own) => [...own.values()].map(({ row }) => row));
}

/** A revision by `id~version`, or the newest one by `id`. */
export function findRevision(state: PlatformState, id: string): Revision | undefined {
  const [componentId = "", version] = id.split("~");
  const own = revisionsOf(state).get(componentId);
  return own?.get(version === undefined ? Math.max(...own.keys()) : Number(version));
}

interface Revision {
  readonly row: Row;
  readonly xml: string;
}

type Revisions = ReadonlyMap<string, ReadonlyMap<number, Revision>>;

const known = new WeakMap<PlatformState, { of: readonly PlatformComponent[]; revisions: Revisions }>();

/** Revisions by component id and version; collected anew when tests have put other components into the state. */
function revisionsOf(state: PlatformState): Revisions {
  const of = [...state.components.values()];
  const before = known.get(state);
  if (before?.of.length === of.length && before.of.every((component, at) => component === of[at])) {
    return before.revisions;
  }
  const revisions = collectRevisions(state);
  known.set(state, { of, revisions });
  return revisions;
}

function collectRevisions(state: PlatformState): Revisions {
  const revisions = new Map<string, Map<number, Revision>>();
  for (const packaged of packagedVersions(state)) {
    for (const included of includedIn(packaged)) {
      const own = revisions.get(included.componentId) ?? new Map<number, Revision>();
      revisions.set(included.componentId, own);
      if (!own.has(included.version))
        own.set(included.version, revision(included, packaged.version.branchName));
    }
  }
  for (const own of revisions.values()) {
    const newest = Math.max(...own.keys());
    for (const [version, { row, xml }] of own) {
      own.set(version, { row: { ...row, currentVersion: version === newest }, xml });
    }
  }
  return revisions;
}

function revision(included: SnapshotIncludedComponent, branchName: string): Revision {
  const { componentId, version, name, type, folder, modifiedBy, modifiedDate, xml = "" } = included;
  const row = {
    componentId,
    version,
    name,
    type,
    createdDate: modifiedDate,
    createdBy: modifiedBy,
    modifiedDate,
    modifiedBy,
    deleted: false,
    folderName: folder,
    branchName,
  };
  return { row, xml };
}
