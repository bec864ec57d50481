import type { Metafile } from "esbuild";

/** The outputs that are loaded with this one, also those that are imported by another. */
export function importedBy(
  path: string,
  outputs: Metafile["outputs"],
  found = new Set<string>(),
): Set<string> {
  for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
    if (kind !== "import-statement" || found.has(imported)) continue;
    found.add(imported);
    importedBy(imported, outputs, found);
  }
  return found;
}
