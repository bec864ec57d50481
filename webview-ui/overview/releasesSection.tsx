import * as l10n from "@vscode/l10n";
import { useId } from "preact/hooks";
import { describeChangeKind } from "../../src/model/release/describeChangeKind.ts";
import { columnKey } from "../../src/model/overview/columnKey.ts";
import type { MatrixColumn } from "../../src/model/overview/releaseMatrix.ts";
import type { PackOverview } from "../../src/model/overview/packOverview.ts";
import { ChangeMark } from "./changeMark.tsx";
import { ColumnActions } from "./grid/columnActions.tsx";
import { host } from "./host.ts";
import { ReleaseGrid } from "./grid/releaseGrid.tsx";

interface ReleasesSectionProps {
  readonly overview: PackOverview;
  /** The selected columns, at most two, the older one first. */
  readonly selected: readonly MatrixColumn[];
  readonly onSelect: (keys: readonly string[]) => void;
}

/** The releases of the pack side by side, and what can be done with them. */
export function ReleasesSection({ overview, selected, onSelect }: ReleasesSectionProps) {
  const headingId = useId();
  const { matrix, historyLimits } = overview;
  const keys = selected.map(columnKey);
  // A third column takes the place of the one that was selected first.
  const toggle = (key: string) =>
    onSelect(keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key].slice(-2));
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{l10n.t("Releases")}</h2>
      {historyLimits !== undefined && <p class="secondary">{historyLimits}</p>}
      {matrix.columns.length === 0 ? (
        <p>{l10n.t("This pack has not been released yet.")}</p>
      ) : (
        <>
          <ReleaseGrid matrix={matrix} labelledBy={headingId} selected={keys} onToggle={toggle} />
          <Legend />
          <ColumnActions selected={selected} columns={matrix.columns} />
          <div class="buttons">
            <vscode-button appearance="secondary" onClick={() => host.post({ type: "copyMarkdown" })}>
              {l10n.t("Copy as Markdown")}
            </vscode-button>
            <vscode-button appearance="secondary" onClick={() => host.post({ type: "exportCsv" })}>
              {l10n.t("Export as CSV…")}
            </vscode-button>
          </div>
        </>
      )}
    </section>
  );
}

/** What the marks in the cells mean. */
function Legend() {
  return (
    <p class="legend secondary">
      {(["new", "upgrade", "rollBack", "removed"] as const).map((change) => (
        <span key={change}>
          <ChangeMark change={change} /> {describeChangeKind(change)}
        </span>
      ))}
    </p>
  );
}
