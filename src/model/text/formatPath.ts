/** The number of keys and the length of a key, in code units, that a path shows. Real documents have less. */
const longestPath = 20;
const longestKey = 100;

/**
 * Formats a place in a document, such as `packs[0].components[2].pendingVersion`; the document itself is `$`. What is too
 * long for a message is cut: a document may have keys of any length, nested to any depth.
 */
export function formatPath(keys: readonly unknown[]): string {
  const path = keys.slice(0, longestPath).map(formatKey).join("");
  const rest = keys.length > longestPath ? "…" : "";
  return path === "" ? "$" : `${path.replace(/^\./, "")}${rest}`;
}

function formatKey(key: unknown): string {
  if (typeof key === "number") return `[${key}]`;
  const text = String(key);
  const shown = text.length > longestKey ? `${text.slice(0, longestKey)}…` : text;
  return /^[\w$-]+$/.test(shown) ? `.${shown}` : `[${JSON.stringify(shown)}]`;
}
