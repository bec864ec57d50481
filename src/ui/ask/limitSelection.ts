/** Cuts a selection to `limit` items. Items that were selected before come first, then the new ones in their order. */
export function limitSelection<T>(before: readonly T[], selected: readonly T[], limit: number): readonly T[] {
  if (selected.length <= limit) return selected;
  const now = new Set(selected);
  const staying = before.filter((item) => now.has(item));
  const known = new Set(staying);
  const added = selected.filter((item) => !known.has(item));
  return [...staying, ...added].slice(0, limit);
}
