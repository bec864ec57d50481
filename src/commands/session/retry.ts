import { ProblemItem } from "../../views/problemItem.ts";
import type { Call, Services } from "../command.ts";

/** Reads the children of a row again after a problem; without a row, all data. */
export async function retry({ backend, packsView }: Services, { args }: Call): Promise<void> {
  const parent = args[0] instanceof ProblemItem ? args[0].getParent() : undefined;
  if (parent) {
    packsView.refresh(parent);
  } else {
    await backend.refresh();
  }
}
