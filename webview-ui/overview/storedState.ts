import type { OverviewSubject } from "../../src/protocol/overview.ts";

/** What the page stores over a reload of the window. */
export interface StoredState extends OverviewSubject {
  /** The keys of the selected columns. */
  readonly selected: readonly string[];
}
