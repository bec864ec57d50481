/** The two sides of a comparison: the extension, and the floor, a minimal extension. */
export type SideName = "ours" | "floor";

export interface Side {
  /** The name of its view, of its container, and of its icon in the activity bar. */
  readonly title: string;
  readonly extensionId: string;
  readonly containerId: string;
  readonly filterCommand: string;
}

export const sides: Readonly<Record<SideName, Side>> = {
  ours: {
    title: "Integration Packs",
    extensionId: "packworks.integration-packs",
    containerId: "integrationPacks",
    filterCommand: "integrationPacks.filterPacks",
  },
  floor: {
    title: "Bench Floor",
    extensionId: "packworks.integration-packs-bench-floor",
    containerId: "benchFloor",
    filterCommand: "benchFloor.filter",
  },
};

/** The selector of a side's tree. */
export function treeOf({ title }: Side): string {
  return `.monaco-list[role="tree"][aria-label="${title}"]`;
}

/** The selector of the rows of a side's tree on screen. */
export function rowsOf(side: Side): string {
  return `${treeOf(side)} .monaco-list-row`;
}

/**
 * The selector of the icon of a side's view in the activity bar. It is the whole item: a click on its label alone misses
 * where the badge covers it.
 */
export function iconOf({ title }: Side): string {
  return `.activitybar .action-item:has([aria-label^="${title}"])`;
}
