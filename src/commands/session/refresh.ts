import { ProblemItem } from "../../views/problemItem.ts";
import type { Call, Services } from "../command.ts";

/** Reads everything again. */
export function refresh({ backend }: Services): Promise<void> {
  return backend.refresh();
}

/** Reads again what a problem row stands for. */
export async function retry({ backend, packsView }: Services, { args }: Call): Promise<void> {
  const parent = args[0] instanceof ProblemItem ? args[0].getParent() : undefined;
  if (parent) {
    packsView.refresh(parent);
  } else {
    await backend.refresh();
  }
}
