import { t } from "@vscode/l10n";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import { ActionLink } from "../../shared/actionLink.tsx";
import { chooseCurrent, chooseLatest, differsFromOpening, resetAll } from "../state/chooseVersions.ts";
import type { WizardProps } from "../wizardProps.ts";
import type { TableView } from "./tableView.ts";

interface TableToolbarProps extends Pick<WizardProps, "state" | "change"> {
  /** The changes of all components, also of those that the view hides. */
  readonly changes: readonly ReleaseChange[];
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
}

/** Finds rows of the table of versions, counts what changes, and chooses versions for all components. */
export function TableToolbar({ state, change, changes, view, onView }: TableToolbarProps) {
  const changed = changes.filter(({ kind }) => kind !== "unchanged").length;
  const canReset = changes.some(({ componentId }) => differsFromOpening(state.stored, componentId));
  return (
    <div class="table-toolbar">
      <input
        type="search"
        class="search"
        placeholder={t("Search components")}
        aria-label={t("Search components")}
        defaultValue={view.search}
        onInput={(event) => onView({ ...view, search: event.currentTarget.value })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={view.changedOnly}
          onChange={(event) => onView({ ...view, changedOnly: event.currentTarget.checked })}
        />
        {t("Changed only")}
      </label>
      <span class="secondary" role="status">
        {t("{0} of {1} change", changed, changes.length)}
      </span>
      <span class="choose-all">
        <ActionLink onActivate={() => change(chooseLatest)}>{t("All to latest")}</ActionLink>
        <ActionLink onActivate={() => change(chooseCurrent)}>{t("All to current")}</ActionLink>
        <ActionLink isDisabled={!canReset} onActivate={() => change(resetAll)}>
          {t("Reset all")}
        </ActionLink>
      </span>
    </div>
  );
}
