/** Formats a place in a document, such as `packs[0].components[2].pendingVersion`; the document itself is `$`. */
export function formatPath(keys: readonly unknown[]): string {
  const path = keys
    .map((key) => {
      if (typeof key === "number") return `[${key}]`;
      return /^[\w$-]+$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(key)}]`;
    })
    .join("");
  return path === "" ? "$" : path.replace(/^\./, "");
}
