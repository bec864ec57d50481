import * as l10n from "@vscode/l10n";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { chooseCurrent, chooseLatest, resetAll } from "../state/chooseVersions.ts";
import type { WizardState } from "../state/wizardState.ts";
import type { TableView } from "./tableView.ts";

interface TableToolbarProps {
  /** The changes of all components of all packs, also of those that the view hides. */
  readonly changes: readonly ReleaseChange[];
  /** Whether another version of a component is chosen than when the wizard was opened. */
  readonly canReset: boolean;
  /** Chooses versions in each pack. */
  readonly onChoose: (choose: (before: WizardState) => WizardState) => void;
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
}

/** Finds rows of the table of versions, counts what changes, and chooses versions for all components. */
export function TableToolbar({ changes, canReset, onChoose, view, onView }: TableToolbarProps) {
  const changed = changes.filter(({ kind }) => kind !== "unchanged").length;
  return (
    <div class="table-toolbar">
      <input
        type="search"
        class="search"
        placeholder={l10n.t("Search components")}
        aria-label={l10n.t("Search components")}
        defaultValue={view.search}
        onInput={(event) => onView({ ...view, search: event.currentTarget.value })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={view.changedOnly}
          onChange={(event) => onView({ ...view, changedOnly: event.currentTarget.checked })}
        />
        {l10n.t("Changed only")}
      </label>
      <span class="secondary" role="status">
        {l10n.t("{0} of {1} change", changed, changes.length)}
      </span>
      <span class="choose-all">
        <ActionLink onActivate={() => onChoose(chooseLatest)}>{l10n.t("All to latest")}</ActionLink>
        <ActionLink onActivate={() => onChoose(chooseCurrent)}>{l10n.t("All to current")}</ActionLink>
        <ActionLink isDisabled={!canReset} onActivate={() => onChoose(resetAll)}>
          {l10n.t("Reset all")}
        </ActionLink>
      </span>
    </div>
  );
}
