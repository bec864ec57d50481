import * as l10n from "@vscode/l10n";
import type { ComponentChildren } from "preact";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";
import type { ChangeKind } from "../../../src/model/release/changeKind.ts";
import { changeName } from "./changeName.ts";
import { RowGroups, StackingCell, StackingRow, StackingTable } from "../stackingTable.tsx";
import { findVersion } from "../state/findVersion.ts";
import { VersionCell } from "../versionCell.tsx";

/** The most important changes first. */
const order: readonly ChangeKind[] = ["rollBack", "removed", "new", "upgrade", "unchanged"];

interface ChangeSummaryProps {
  readonly changes: readonly ReleaseChange[];
  /** Undefined where they are not known. */
  readonly versions: VersionsOfComponents | undefined;
  /** The branch that releases come from. */
  readonly releaseBranch: string;
  /** The versions before are the previous ones, no longer the current ones. */
  readonly isReleased?: boolean;
}

/** A table of what a release changes, component by component. Components that are left out are not in it. */
export function ChangeSummary(props: ChangeSummaryProps) {
  const changes = withoutLeftOut(props.changes);
  return (
    <SummaryTable rowCount={changes.length} isReleased={props.isReleased}>
      <RowGroups>{changeRows({ ...props, changes }, 0)}</RowGroups>
    </SummaryTable>
  );
}

/** The changes of the components that are not left out. Those have a version before or after the release. */
export function withoutLeftOut(changes: readonly ReleaseChange[]): readonly ReleaseChange[] {
  return changes.filter(({ from, to }) => from !== "" || to !== "");
}

interface SummaryTableProps {
  readonly rowCount: number;
  readonly isReleased?: boolean | undefined;
  /** The rows, in `RowGroups`. */
  readonly children: ComponentChildren;
}

/** The table that a summary of changes is shown in. */
export function SummaryTable({ rowCount, isReleased = false, children }: SummaryTableProps) {
  const columns = summaryColumns(isReleased).map((name) => ({ name }));
  return (
    <StackingTable kind="summary" label={l10n.t("Summary of changes")} columns={columns} rowCount={rowCount}>
      {children}
    </StackingTable>
  );
}

/** The rows of what a release changes. `firstIndex`: the position of the first one among all rows, from 0. */
export function changeRows(
  { changes, versions, releaseBranch, isReleased = false }: ChangeSummaryProps,
  firstIndex: number,
) {
  const sorted = order.flatMap((kind) => changes.filter((change) => change.kind === kind));
  const cell = (componentId: string, text: string) => (
    <VersionCell
      text={text}
      version={findVersion(versions, componentId, text)}
      releaseBranch={releaseBranch}
    />
  );
  const columns = summaryColumns(isReleased);
  return sorted.map(({ componentId, componentName, kind, from, to }, at) => (
    <StackingRow
      key={componentId}
      name={componentName}
      index={firstIndex + at}
      isUnchanged={kind === "unchanged"}
    >
      <StackingCell column={columns[1]}>
        <span class={`tag ${kind}`}>{changeName(kind)}</span>
      </StackingCell>
      <StackingCell column={columns[2]}>{cell(componentId, from)}</StackingCell>
      <StackingCell column={columns[3]}>{cell(componentId, to)}</StackingCell>
    </StackingRow>
  ));
}

function summaryColumns(isReleased: boolean) {
  return [
    l10n.t("Component Name"),
    l10n.t("Change"),
    isReleased ? l10n.t("Previous Version") : l10n.t("Current Version"),
    isReleased ? l10n.t("Released Version") : l10n.t("New Version"),
  ] as const;
}
