import * as l10n from "@vscode/l10n";
import { useMemo } from "preact/hooks";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import { withZone } from "../../../src/model/schedule/uncertainZone.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import { formatCalendarDate } from "../../shared/formatDates.ts";
import { changeRows } from "../changes/changeSummary.tsx";
import { countedChanges } from "../changes/countedChanges.ts";
import { LeftOutNotice } from "../notices/leftOutNotice.tsx";
import { effectOnAccounts } from "../schedule/effectOnAccounts.ts";
import { OtherBranchNotice } from "../schedule/otherBranchNotice.tsx";
import { HeaderRow, RowGroups } from "../stackingTable.tsx";
import { shownVersions } from "../state/seenVersions.ts";
import type { WizardState } from "../state/wizardState.ts";

/** The number of columns of the summary. */
const columnCount = 4;

interface PackSummaryProps {
  readonly state: WizardState;
  readonly shown: WizardPack;
  readonly changes: readonly ReleaseChange[];
  /** The position of the pack's row among all rows of the table, from 0. */
  readonly index: number;
  /** Whether the table is long: its rows are made when they come near the view. */
  readonly isLong: boolean;
}

/** A pack in the summary: its effect on accounts, what it replaces, and its changes. */
export function PackSummary({ state, shown, changes, index, isLong }: PackSummaryProps) {
  const versions = shownVersions(state.received);
  const { picked, preselected, unavailable, option } = state.stored;
  const { name, scheduled } = shown.pack;
  const isChanging = changes.some(({ kind }) => kind !== "unchanged");
  const rows = useMemo(
    () => (
      <RowGroups firstIndex={index + 1} isLong={isLong}>
        {changeRows({ changes, versions, releaseBranch: shown.releaseBranch }, index + 1)}
      </RowGroups>
    ),
    [shown, versions, picked, preselected, unavailable, index, isLong],
  );
  return (
    <>
      <HeaderRow index={index} columns={columnCount}>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p>
          {countedChanges(changes)}
          {isChanging && <> · {effectOnAccounts(state, shown)}</>}
        </p>
        {scheduled && (
          <p class="notice warning">
            {option === "immediate"
              ? l10n.t(
                  "This replaces the release scheduled for {0}.",
                  withZone(formatCalendarDate(scheduled.date), scheduled),
                )
              : l10n.t(
                  "This changes the release scheduled for {0}.",
                  withZone(formatCalendarDate(scheduled.date), scheduled),
                )}
          </p>
        )}
        <LeftOutNotice choices={state.stored} />
        <OtherBranchNotice state={state} shown={shown} changes={changes} />
      </HeaderRow>
      {rows}
    </>
  );
}
