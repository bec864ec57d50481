/** A whole local store as one document. */
export interface Snapshot {
  readonly formatVersion: 1;
}
