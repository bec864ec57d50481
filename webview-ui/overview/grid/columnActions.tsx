import * as l10n from "@vscode/l10n";
import type { MatrixColumn } from "../../../src/model/overview/releaseMatrix.ts";
import { columnKey } from "../../../src/model/overview/columnKey.ts";
import { host } from "../host.ts";
import { columnTitle } from "./columnTitle.ts";

interface ColumnActionsProps {
  /** At most two, the older one first. */
  readonly selected: readonly MatrixColumn[];
  readonly columns: readonly MatrixColumn[];
}

/** What can be done with the selected columns. */
export function ColumnActions({ selected, columns }: ColumnActionsProps) {
  const [one, other] = selected;
  if (!one) {
    return (
      <p class="secondary">
        {l10n.t("Select a release to roll back or to read its notes. Select two releases to compare them.")}
      </p>
    );
  }
  const rollBackTo = !other && one.kind === "released" && isEarlier(one, columns) ? one.releaseId : undefined;
  return (
    <div class="column-actions" role="group" aria-label={l10n.t("Selected Releases")}>
      <p role="status">
        {other
          ? l10n.t("Selected: {0} and {1}", columnTitle(one), columnTitle(other))
          : l10n.t("Selected: {0}", columnTitle(one))}
      </p>
      <div class="buttons">
        {other && (
          <vscode-button
            appearance="secondary"
            onClick={() => host.post({ type: "compare", before: columnKey(one), after: columnKey(other) })}
          >
            {l10n.t("Compare")}
          </vscode-button>
        )}
        <vscode-button
          appearance="secondary"
          onClick={() =>
            host.post(
              other
                ? { type: "releaseNotes", before: columnKey(one), after: columnKey(other) }
                : { type: "releaseNotes", after: columnKey(one) },
            )
          }
        >
          {l10n.t("Release Notes")}
        </vscode-button>
        {rollBackTo !== undefined && (
          <vscode-button
            appearance="secondary"
            onClick={() => host.post({ type: "rollBack", releaseId: rollBackTo })}
          >
            {l10n.t("Roll Back to This Release…")}
          </vscode-button>
        )}
      </div>
    </div>
  );
}

/** Whether a later release followed. */
function isEarlier(column: MatrixColumn, columns: readonly MatrixColumn[]): boolean {
  const later = columns.slice(columns.indexOf(column) + 1);
  return later.some(({ kind }) => kind === "released" || kind === "current");
}
