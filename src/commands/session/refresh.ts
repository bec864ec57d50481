import type { Services } from "../command.ts";

/** Reads all data again. */
export function refresh({ backend }: Services): Promise<void> {
  return backend.refresh();
}
