import type { SnapshotComponent, SnapshotPack, SnapshotVersion } from "./snapshot.ts";

/** The parts of a snapshot that other parts refer to, by their ids. */
export interface SnapshotIndex {
  /** Every component with its versions by their exact text. */
  readonly components: ReadonlyMap<string, IndexedComponent>;
  readonly packs: ReadonlyMap<string, SnapshotPack>;
}

/** A component and its versions by their exact text. */
export interface IndexedComponent {
  readonly component: SnapshotComponent;
  readonly versions: ReadonlyMap<string, SnapshotVersion>;
}
