import type { Services } from "../command.ts";

/** Clears the filter of the packs view. */
export function clearFilter({ packsView }: Services): Promise<void> {
  packsView.setFilter("");
  return Promise.resolve();
}
