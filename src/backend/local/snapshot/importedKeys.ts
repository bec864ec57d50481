/** The keys that the parts of the snapshot have in the store, by their ids. */
export interface ImportedKeys {
  readonly components: Map<string, ImportedComponent>;
  readonly packs: Map<string, number>;
  readonly releases: Map<string, number>;
}

/** A component's key and those of its versions by their exact text. */
export interface ImportedComponent {
  readonly key: number;
  readonly versions: ReadonlyMap<string, number>;
}

/** A key that is there: the snapshot was checked. */
export function keyOf<T>(keys: ReadonlyMap<string, T>, id: string): T {
  const key = keys.get(id);
  if (key === undefined) throw new TypeError(`"${id}" was not imported.`);
  return key;
}
