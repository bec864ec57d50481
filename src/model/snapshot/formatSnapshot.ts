import type { Snapshot } from "./snapshot.ts";

/** The text of a snapshot file. */
export function formatSnapshot(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}
