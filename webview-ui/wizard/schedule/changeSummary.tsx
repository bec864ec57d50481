import { t } from "@vscode/l10n";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { ChangeKind } from "../../../src/model/release/changeKind.ts";
import { changeName } from "../words.ts";

/** What matters most stands first. */
const order: readonly ChangeKind[] = ["rollBack", "removed", "new", "upgrade", "unchanged"];

interface ChangeSummaryProps {
  readonly changes: readonly ReleaseChange[];
  /** Whether the release was made: what was current before is not any more. */
  readonly isMade?: boolean;
}

/** What a release changes, component by component. */
export function ChangeSummary({ changes, isMade = false }: ChangeSummaryProps) {
  const sorted = order.flatMap((kind) => changes.filter((change) => change.kind === kind));
  return (
    <div class="table">
      <table aria-label={t("Summary of changes")}>
        <thead>
          <tr>
            <th scope="col">{t("Component Name")}</th>
            <th scope="col">{t("Change")}</th>
            <th scope="col">{isMade ? t("Previous Version") : t("Current Version")}</th>
            <th scope="col">{isMade ? t("Released Version") : t("New Version")}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ componentId, componentName, kind, from, to }) => (
            <tr key={componentId} class={kind === "unchanged" ? "unchanged" : undefined}>
              <th scope="row">{componentName}</th>
              <td>
                <span class={`tag ${kind}`}>{changeName(kind)}</span>
              </td>
              <td>{from === "" ? <span class="none">{t("None")}</span> : from}</td>
              <td>{to === "" ? <span class="none">{t("None")}</span> : to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
