import { compareNames } from "../../src/model/text/compareNames.ts";
import type { IncludedComponent } from "../../src/model/pack/packagedVersion.ts";
import { sortRows, type ColumnOrder, type Compare } from "../shared/columnOrder.ts";

/** The columns of *Included Components* that can be sorted, in their order. */
export const includedColumns = ["name", "type", "folder", "version", "modifiedBy", "modifiedDate"] as const;

export type IncludedColumn = (typeof includedColumns)[number];

/** The order of *Included Components*. Without one, the backend's order applies: the primary component first. */
export type IncludedOrder = ColumnOrder<IncludedColumn>;

/** The sorted components. */
export function sortIncluded(
  components: readonly IncludedComponent[],
  order: IncludedOrder | undefined,
): readonly IncludedComponent[] {
  return sortRows(components, order, comparisons);
}

const byText = (column: "name" | "type" | "folder" | "modifiedBy"): Compare<IncludedComponent> => {
  return (one, other) => compareNames(one[column], other[column]);
};

const comparisons: Readonly<Record<IncludedColumn, Compare<IncludedComponent>>> = {
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
