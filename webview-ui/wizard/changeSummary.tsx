import { t } from "@vscode/l10n";
import type { ReleaseChange } from "../../src/model/release/releaseChanges.ts";
import type { ChangeKind } from "../../src/model/release/changeKind.ts";
import { changeName } from "./changeName.ts";

/** The most important changes first. */
const order: readonly ChangeKind[] = ["rollBack", "removed", "new", "upgrade", "unchanged"];

interface ChangeSummaryProps {
  readonly changes: readonly ReleaseChange[];
  /** The versions before are the previous ones, no longer the current ones. */
  readonly isReleased?: boolean;
}

/** A table of what a release changes, component by component. */
export function ChangeSummary({ changes, isReleased = false }: ChangeSummaryProps) {
  const sorted = order.flatMap((kind) => changes.filter((change) => change.kind === kind));
  return (
    <div class="table">
      <table aria-label={t("Summary of changes")}>
        <thead>
          <tr>
            <th scope="col">{t("Component Name")}</th>
            <th scope="col">{t("Change")}</th>
            <th scope="col">{isReleased ? t("Previous Version") : t("Current Version")}</th>
            <th scope="col">{isReleased ? t("Released Version") : t("New Version")}</th>
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
