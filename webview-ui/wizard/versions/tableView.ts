import { compareNames } from "../../../src/model/text/compareNames.ts";
import { componentTypeName } from "../../../src/model/pack/componentTypeName.ts";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";
import { sortRows, type ColumnOrder, type Compare } from "../../shared/columnOrder.ts";
import { wordSearch } from "../../shared/wordSearch.ts";
import { findVersion } from "../state/findVersion.ts";

/** The columns of the table of versions that can be sorted, in their order. */
export const versionColumns = ["name", "type", "current", "pending", "latest"] as const;

export type VersionColumn = (typeof versionColumns)[number];

/** Which rows of the table of versions the user looks at, and in which order. */
export interface TableView {
  /** Each word is part of the component's name or id. */
  readonly search: string;
  readonly changedOnly: boolean;
  /** Left out for the order of the pack. */
  readonly order?: ColumnOrder<VersionColumn>;
}

/** All rows, in the order of the pack. */
export const wholeTable: TableView = { search: "", changedOnly: false };

/** A component and what a release of the chosen versions does to it. */
export interface VersionsTableRow {
  readonly component: PackComponent;
  readonly change: ReleaseChange;
}

/** The rows that the view shows, in its order. */
export function rowsInView(
  rows: readonly VersionsTableRow[],
  { search, changedOnly, order }: TableView,
  versions: VersionsOfComponents | undefined,
): readonly VersionsTableRow[] {
  const matches = wordSearch(search);
  const found = rows.filter(
    ({ component, change }) =>
      !(changedOnly && change.kind === "unchanged") &&
      matches(`${component.componentName} ${component.componentId}`),
  );
  return sortRows(found, order, comparisons(versions));
}

function comparisons(
  versions: VersionsOfComponents | undefined,
): Readonly<Record<VersionColumn, Compare<VersionsTableRow>>> {
  const age = ({ componentId }: PackComponent, text: string) => {
    const created = findVersion(versions, componentId, text)?.createdDate;
    return created === undefined ? 0 : Date.parse(created);
  };
  // Version texts have no order of their own. Their dates have.
  const byAge =
    (textOf: (row: VersionsTableRow) => string): Compare<VersionsTableRow> =>
    (one, other) =>
      age(one.component, textOf(one)) - age(other.component, textOf(other));
  return {
    name: (one, other) => compareNames(one.component.componentName, other.component.componentName),
    type: (one, other) => compareNames(typeOf(one), typeOf(other)),
    current: byAge(({ component }) => component.currentVersion),
    pending: byAge(({ change }) => change.to),
    latest: byAge(({ component }) => component.latestVersion),
  };
}

function typeOf({ component }: VersionsTableRow): string {
  return componentTypeName(component.componentType);
}
