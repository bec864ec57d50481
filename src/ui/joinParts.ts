/** Joins the parts that apply; `false`, `undefined` and `""` are left out. */
export function joinParts(parts: readonly (string | false | undefined)[], separator = " · "): string {
  return parts.filter((part) => typeof part === "string" && part !== "").join(separator);
}
