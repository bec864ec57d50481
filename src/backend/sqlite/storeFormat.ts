/** The format of a database file: what identifies it, and the steps that create its tables. */
export interface StoreFormat {
  /** Identifies the file as one of this extension's. */
  readonly applicationId: number;
  /** SQL, one step for each release of the extension that needed it, in that order. Add a step; never edit one. */
  readonly migrations: readonly string[];
}
