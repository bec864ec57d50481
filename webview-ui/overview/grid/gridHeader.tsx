import * as l10n from "@vscode/l10n";
import type { MatrixColumn } from "../../../src/model/overview/releaseMatrix.ts";
import { columnKey } from "../../../src/model/overview/columnKey.ts";
import { columnDescription, columnLines } from "./columnTitle.ts";
import { cellId, type GridPosition } from "./gridPosition.ts";
import { columnWidth } from "./gridSizes.ts";
import type { Range } from "./gridViewport.ts";

/** What header and rows know of the grid. */
export interface GridPart {
  readonly columns: readonly MatrixColumn[];
  /** The columns to render. */
  readonly shown: Range;
  /** In CSS pixels. */
  readonly nameWidth: number;
  /** The keys of the selected columns. */
  readonly selected: readonly string[];
  readonly active: GridPosition;
  readonly onChoose: (position: GridPosition) => void;
}

/** The titles of the releases. Choosing one selects its release. */
export function GridHeader({ columns, shown, nameWidth, selected, active, onChoose }: GridPart) {
  return (
    <div class="grid-header" role="row" aria-rowindex={1}>
      <div
        class={active.row === -1 && active.column === -1 ? "name active" : "name"}
        id={cellId({ row: -1, column: -1 })}
        role="columnheader"
        aria-colindex={1}
        style={{ width: `${nameWidth}px` }}
      >
        {l10n.t("Component")}
      </div>
      {columns.slice(shown.first, shown.end).map((column, offset) => {
        const at = shown.first + offset;
        const position = { row: -1, column: at };
        const [first, second] = columnLines(column);
        const isSelected = selected.includes(columnKey(column));
        const isActive = active.row === -1 && active.column === at;
        return (
          <div
            key={columnKey(column)}
            id={cellId(position)}
            class={`cell ${column.kind}${isSelected ? " selected" : ""}${isActive ? " active" : ""}`}
            role="columnheader"
            aria-colindex={at + 2}
            aria-selected={isSelected}
            aria-label={columnDescription(column)}
            title={columnDescription(column)}
            style={{ left: `${nameWidth + at * columnWidth}px` }}
            onClick={() => onChoose(position)}
          >
            <span>{first}</span>
            <span class="secondary">{second}</span>
          </div>
        );
      })}
    </div>
  );
}
