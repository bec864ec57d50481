import * as l10n from "@vscode/l10n";
import { describeChangeKind } from "../../../src/model/release/describeChangeKind.ts";
import type { MatrixCell, MatrixRow } from "../../../src/model/overview/releaseMatrix.ts";
import { columnKey } from "../../../src/model/overview/columnKey.ts";
import { ChangeMark } from "../changeMark.tsx";
import type { GridPart } from "./gridHeader.tsx";
import { cellId } from "./gridPosition.ts";
import { columnWidth, headerHeight, rowHeight } from "./gridSizes.ts";

interface GridRowProps extends GridPart {
  readonly row: MatrixRow;
  readonly index: number;
}

/** The versions of one component. Choosing one opens its details. */
export function GridRow({ row, index, columns, shown, nameWidth, selected, active, onChoose }: GridRowProps) {
  const classOf = (...names: readonly (string | false)[]) => names.filter(Boolean).join(" ");
  return (
    <div
      class="grid-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ top: `${headerHeight + index * rowHeight}px` }}
    >
      <div
        class={classOf("name", active.row === index && active.column === -1 && "active")}
        id={cellId({ row: index, column: -1 })}
        role="rowheader"
        aria-colindex={1}
        title={row.componentName}
        style={{ width: `${nameWidth}px` }}
        onClick={() => onChoose({ row: index, column: -1 })}
      >
        {row.componentName}
      </div>
      {columns.slice(shown.first, shown.end).map((column, offset) => {
        const at = shown.first + offset;
        const cell = row.cells[at];
        if (!cell) return null;
        const position = { row: index, column: at };
        return (
          <div
            key={columnKey(column)}
            id={cellId(position)}
            class={classOf(
              "cell",
              column.kind,
              cell.change,
              selected.includes(columnKey(column)) && "selected",
              active.row === index && active.column === at && "active",
            )}
            role="gridcell"
            aria-colindex={at + 2}
            aria-label={cellText(cell)}
            title={cellText(cell)}
            style={{ left: `${nameWidth + at * columnWidth}px` }}
            onClick={() => onChoose(position)}
          >
            <ChangeMark change={cell.change} />
            <bdi>{cell.version}</bdi>
          </div>
        );
      })}
    </div>
  );
}

/** The version and what the release does with it, in words. */
function cellText({ version, change }: MatrixCell): string {
  switch (change) {
    case "absent":
      return l10n.t("not in this release");
    case "removed":
      return describeChangeKind(change);
    case "unknown":
    case "unchanged":
      return version;
    case "new":
    case "upgrade":
    case "rollBack":
      return l10n.t("{0}, {1}", version, describeChangeKind(change));
  }
}
