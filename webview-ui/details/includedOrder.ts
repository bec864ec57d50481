import { compareNames } from "../../src/model/text/compareNames.ts";
import type { IncludedComponent } from "../../src/model/pack/packagedVersion.ts";

/** The columns of *Included Components* that can be sorted, in their order. */
export const includedColumns = ["name", "type", "folder", "version", "modifiedBy", "modifiedDate"] as const;

export type IncludedColumn = (typeof includedColumns)[number];

/** The sorting of *Included Components*. Without one, the backend's order applies: the primary component first. */
export interface IncludedOrder {
  readonly column: IncludedColumn;
  readonly descending: boolean;
}

/** The next sorting when the header of a column is pressed: ascending, then descending, then none. */
export function nextOrder(
  order: IncludedOrder | undefined,
  column: IncludedColumn,
): IncludedOrder | undefined {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? undefined : { column, descending: true };
}

/** The sorted components. Components that are equal in the column stay in the backend's order. */
export function sortIncluded(
  components: readonly IncludedComponent[],
  order: IncludedOrder | undefined,
): readonly IncludedComponent[] {
  if (!order) return components;
  const compare = comparisons[order.column];
  return components.toSorted(
    order.descending ? (one, other) => compare(other, one) : (one, other) => compare(one, other),
  );
}

type Compare = (one: IncludedComponent, other: IncludedComponent) => number;

const byText = (column: "name" | "type" | "folder" | "modifiedBy"): Compare => {
  return (one, other) => compareNames(one[column], other[column]);
};

const comparisons: Readonly<Record<IncludedColumn, Compare>> = {
  name: byText("name"),
  type: byText("type"),
  folder: byText("folder"),
  version: (one, other) => one.version - other.version,
  modifiedBy: byText("modifiedBy"),
  modifiedDate: (one, other) => age(one) - age(other),
};

/** In ms since 1970. An unknown date is the oldest. */
function age({ modifiedDate }: IncludedComponent): number {
  const instant = Date.parse(modifiedDate);
  return Number.isNaN(instant) ? 0 : instant;
}
