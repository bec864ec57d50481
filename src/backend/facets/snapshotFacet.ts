import type { Snapshot } from "../../model/snapshot/snapshot.ts";

/** Exports and imports the whole content of the backend as one document. */
export interface SnapshotFacet {
  export(): Promise<Snapshot>;
  /** Replaces the whole content, or nothing. Resolves to the path of the backup of the old content, if there was any. */
  import(snapshot: Snapshot): Promise<string | undefined>;
  isEmpty(): Promise<boolean>;
}
