import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Flags that start Node with a shifted clock; none for an offset of 0. The editor's server passes its own flags on to the
 * extension host, but not `NODE_OPTIONS`.
 */
export function clockFlags(offsetSeconds: number): string[] {
  if (offsetSeconds === 0) return [];
  const preload = pathToFileURL(join(import.meta.dirname, "shiftClock.ts"));
  preload.searchParams.set("seconds", String(offsetSeconds));
  return [`--import=${preload.href}`];
}
