import { useRef, useState } from "preact/hooks";
import type { ReleaseMatrix } from "../../../src/model/overview/releaseMatrix.ts";
import { columnKey } from "../../../src/model/overview/columnKey.ts";
import { GridHeader } from "./gridHeader.tsx";
import { GridRow } from "./gridRow.tsx";
import { cellId, moveInGrid, type GridPosition } from "./gridPosition.ts";
import { useViewport, visibleRange, type Range } from "./gridViewport.ts";
import { columnWidth, headerHeight, nameWidthIn, rowHeight } from "./gridSizes.ts";
import { host } from "../host.ts";

interface ReleaseGridProps {
  readonly matrix: ReleaseMatrix;
  /** The id of the heading that names the grid. */
  readonly labelledBy: string;
  /** The keys of the selected columns. */
  readonly selected: readonly string[];
  readonly onToggle: (key: string) => void;
}

/** What is rendered before it is known what is in view. */
const nothing: Range = { first: 0, end: 0 };

/**
 * The release matrix as a grid. It renders the cells in view only, so that many releases of many components scroll as few of
 * one. The grid has the focus, and names the cell that is active.
 */
export function ReleaseGrid({ matrix, labelledBy, selected, onToggle }: ReleaseGridProps) {
  const { columns, rows } = matrix;
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const [active, setActive] = useState<GridPosition>({ row: -1, column: columns.length - 1 });
  const nameWidth = nameWidthIn(viewport?.room ?? 0);
  const size = {
    width: nameWidth + columns.length * columnWidth,
    height: headerHeight + rows.length * rowHeight,
  };
  const shownColumns = viewport
    ? visibleRange(viewport.left, viewport.width - nameWidth, columnWidth, columns.length)
    : nothing;
  const shownRows = viewport ? visibleRange(viewport.top, viewport.height, rowHeight, rows.length) : nothing;

  const move = (to: GridPosition) => {
    setActive(to);
    scrollIntoView(scroller.current, to, nameWidth);
  };
  const open = ({ row, column }: GridPosition) => {
    const title = columns[column];
    const component = rows[row];
    if (row === -1 && title) onToggle(columnKey(title));
    const version = component?.cells[column]?.version ?? "";
    if (component && version !== "") {
      host.post({ type: "viewDetails", componentId: component.componentId, version });
    }
  };
  const choose = (position: GridPosition) => {
    setActive(position);
    open(position);
  };
  return (
    <div
      ref={scroller}
      class="matrix"
      role="grid"
      tabIndex={0}
      aria-labelledby={labelledBy}
      aria-multiselectable={true}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={cellId(active)}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") open(active);
        else {
          const page = Math.max(1, Math.floor(((viewport?.height ?? 0) - headerHeight) / rowHeight) - 1);
          const to = moveInGrid(active, event, { rows: rows.length, columns: columns.length }, page);
          if (!to) return;
          move(to);
        }
        event.preventDefault();
      }}
    >
      <div
        class="canvas"
        role="presentation"
        style={{ width: `${size.width}px`, height: `${size.height}px` }}
      >
        <GridHeader
          columns={columns}
          shown={shownColumns}
          nameWidth={nameWidth}
          selected={selected}
          active={active}
          onChoose={choose}
        />
        {rows.slice(shownRows.first, shownRows.end).map((row, at) => (
          <GridRow
            key={row.componentId}
            row={row}
            index={shownRows.first + at}
            columns={columns}
            shown={shownColumns}
            nameWidth={nameWidth}
            selected={selected}
            active={active}
            onChoose={choose}
          />
        ))}
      </div>
    </div>
  );
}

/** Scrolls as little as needed, so that the cell is not below the header or the names. */
function scrollIntoView(
  scroller: HTMLDivElement | null,
  { row, column }: GridPosition,
  nameWidth: number,
): void {
  if (!scroller) return;
  const { clientWidth, clientHeight } = scroller;
  if (column >= 0) {
    const left = column * columnWidth;
    const room = clientWidth - nameWidth;
    scroller.scrollLeft = Math.min(left, Math.max(scroller.scrollLeft, left + columnWidth - room));
  }
  if (row >= 0) {
    const top = row * rowHeight;
    const room = clientHeight - headerHeight;
    scroller.scrollTop = Math.min(top, Math.max(scroller.scrollTop, top + rowHeight - room));
  }
}
