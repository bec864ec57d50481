import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";

/** What identifies an element of a list in a snapshot. An installation has an account and a pack. */
const idKeys = ["accountId", "groupId", "packId", "componentId", "packageId"];

/** The differences of two snapshots, one line for each value: `- path value` for a former one, `+ path value` for a new one. */
export function snapshotChanges(before: Snapshot, after: Snapshot): string[] {
  const former = new Set(lines(before));
  const present = new Set(lines(after));
  return [
    ...[...former].filter((line) => !present.has(line)).map((line) => `- ${line}`),
    ...[...present].filter((line) => !former.has(line)).map((line) => `+ ${line}`),
  ];
}

function lines(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => lines(each, `${path}/${nameOf(each) ?? at}`));
  if (typeof value !== "object" || value === null) {
    return [path.endsWith(`/${String(value)}`) ? path : `${path} ${String(value)}`];
  }
  return Object.entries(value)
    .filter(([key]) => path === "" || !idKeys.includes(key))
    .flatMap(([key, each]) => lines(each, path === "" ? key : `${path}/${key}`));
}

/** A text itself; the ids of anything else. */
function nameOf(element: unknown): string | undefined {
  if (typeof element === "string") return element;
  const values = new Map<string, unknown>(Object.entries(element ?? {}));
  const ids = idKeys.map((key) => values.get(key)).filter((id) => typeof id === "string");
  return ids.length === 0 ? undefined : ids.join(" ");
}
