import { ProblemItem } from "../views/problemItem.ts";
import type { Call, Services } from "./command.ts";

/** Reads everything again. */
export function refresh({ backend }: Services): Promise<void> {
  backend.refresh();
  return Promise.resolve();
}

/** Reads again what a problem row stands for. */
export function retry({ backend, packsView }: Services, { args }: Call): Promise<void> {
  const parent = args[0] instanceof ProblemItem ? args[0].getParent() : undefined;
  if (parent) {
    packsView.refresh(parent);
  } else {
    backend.refresh();
  }
  return Promise.resolve();
}
