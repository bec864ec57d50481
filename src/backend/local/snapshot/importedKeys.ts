/** The keys of imported rows by the ids in the snapshot. */
export interface ImportedKeys {
  readonly components: Map<string, ImportedComponent>;
  readonly packs: Map<string, number>;
  readonly releases: Map<string, number>;
}

/** A component's key, and the keys of its versions by their exact text. */
export interface ImportedComponent {
  readonly key: number;
  readonly versions: ReadonlyMap<string, number>;
}

/** The key of an id in the snapshot. It exists, because the snapshot was checked. */
export function keyOf<T>(keys: ReadonlyMap<string, T>, id: string): T {
  const key = keys.get(id);
  if (key === undefined) throw new TypeError(`"${id}" was not imported.`);
  return key;
}
