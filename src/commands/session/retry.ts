import { ProblemItem } from "../../views/problemItem.ts";
import { ScheduledReleaseItem } from "../../views/scheduledReleases/scheduledReleaseItem.ts";
import type { Call, Services } from "../command.ts";

/** Reads the children of a row of the packs view again after a problem; without such a row, all data. */
export async function retry({ backend, packsView }: Services, { args }: Call): Promise<void> {
  const parent = args[0] instanceof ProblemItem ? args[0].getParent() : undefined;
  if (parent && !(parent instanceof ScheduledReleaseItem)) {
    packsView.refresh(parent);
  } else {
    await backend.refresh();
  }
}
