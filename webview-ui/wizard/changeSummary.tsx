import { t } from "@vscode/l10n";
import type { ReleaseChange } from "../../src/model/release/releaseChanges.ts";
import type { VersionsOfComponents } from "../../src/protocol/wizard.ts";
import type { ChangeKind } from "../../src/model/release/changeKind.ts";
import { changeName } from "./changeName.ts";
import { StackingCell, StackingRow, StackingTable } from "./stackingTable.tsx";
import { findVersion } from "./state/findVersion.ts";
import { VersionCell } from "./versionCell.tsx";

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

/** A table of what a release changes, component by component. */
export function ChangeSummary({ changes, versions, releaseBranch, isReleased = false }: ChangeSummaryProps) {
  const sorted = order.flatMap((kind) => changes.filter((change) => change.kind === kind));
  const cell = (componentId: string, text: string) => (
    <VersionCell
      text={text}
      version={findVersion(versions, componentId, text)}
      releaseBranch={releaseBranch}
    />
  );
  const columns = [
    t("Component Name"),
    t("Change"),
    isReleased ? t("Previous Version") : t("Current Version"),
    isReleased ? t("Released Version") : t("New Version"),
  ] as const;
  return (
    <StackingTable kind="summary" label={t("Summary of changes")} columns={columns.map((name) => ({ name }))}>
      {sorted.map(({ componentId, componentName, kind, from, to }, index) => (
        <StackingRow key={componentId} name={componentName} index={index} isUnchanged={kind === "unchanged"}>
          <StackingCell column={columns[1]}>
            <span class={`tag ${kind}`}>{changeName(kind)}</span>
          </StackingCell>
          <StackingCell column={columns[2]}>{cell(componentId, from)}</StackingCell>
          <StackingCell column={columns[3]}>{cell(componentId, to)}</StackingCell>
        </StackingRow>
      ))}
    </StackingTable>
  );
}
