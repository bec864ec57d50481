import { useMemo } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import { RowGroups } from "../stackingTable.tsx";
import { chosenVersions, leftOutComponents } from "../state/chosenVersions.ts";
import { addComponent, changedSinceOpening, resetVersion } from "../state/chooseVersions.ts";
import { shownVersions } from "../state/seenVersions.ts";
import { showDetails } from "../state/showDetails.ts";
import type { StoredState, VersionSelection } from "../state/wizardState.ts";
import { changeStored, type WizardProps } from "../wizardProps.ts";
import type { VersionsTableRow } from "./tableView.ts";
import { columnTitles } from "./versionsTable.tsx";
import { VersionsRow } from "./versionsRow.tsx";

interface PackRowsProps extends WizardProps {
  readonly shown: WizardPack;
  /** The position among the packs. */
  readonly at: number;
  /** The rows in view, in the order of the view. */
  readonly rows: readonly VersionsTableRow[];
  /** The position of the first row among all rows of the table, from 0. */
  readonly firstIndex: number;
  /** Whether the table is long: its rows are made when they come near the view. */
  readonly isLong: boolean;
  /** What stands above the rows, in a table for several packs. */
  readonly header?: ComponentChildren;
}

/** The rows of a pack in the table of versions. */
export function PackRows({
  state,
  change,
  post,
  shown,
  at,
  rows,
  firstIndex,
  isLong,
  header,
}: PackRowsProps) {
  const { stored, received } = state;
  const chosen = chosenVersions(stored);
  const leftOut = new Set(leftOutComponents(stored).map(({ componentId }) => componentId));
  const versions = shownVersions(received);
  const canCompare = shown.capabilities.actions.includes("compare");
  const select = (selecting: VersionSelection) =>
    change(changeStored((before) => ({ ...before, selecting })));
  const undelete = (componentId: string) => {
    change(
      changeStored((before) => ({ ...before, undeleting: [...(before.undeleting ?? []), componentId] })),
    );
    post({ type: "undelete", componentId });
  };
  // Opening the dialog changes no row, and what changes in one pack changes no row of the others.
  const shownRows = useMemo(() => {
    const changed = changedSinceOpening(stored);
    return rows.map(({ component, change: changeOfRow }, index) => (
      <VersionsRow
        key={component.componentId}
        index={firstIndex + index}
        component={component}
        change={changeOfRow}
        shown={shown}
        titles={columnTitles(shown.pack.deploymentModel)}
        unavailable={stored.unavailable}
        versions={versions}
        onSelect={({ componentId }) =>
          select({ componentId, packageVersion: chosen[componentId] ?? "", search: "" })
        }
        canReset={changed.has(component.componentId)}
        onReset={(componentId) => change((before) => resetVersion(before, componentId))}
        leftOut={leftOut}
        onAdd={(componentId) => change((before) => addComponent(before, componentId))}
        onUndelete={shown.capabilities.canUndelete ? undelete : undefined}
        onViewDetails={(version) => change((before) => showDetails(before, version))}
        cameFrom={received.cameFrom}
        onCompare={
          canCompare ? (componentId) => post({ type: "compare", versions: chosen, componentId }) : undefined
        }
      />
    ));
  }, [shown, versions, at, firstIndex, ...choicesOf(stored)]);
  const groups = useMemo(
    () => (
      <RowGroups firstIndex={firstIndex} isLong={isLong}>
        {shownRows}
      </RowGroups>
    ),
    [shownRows, isLong],
  );
  return (
    <>
      {header}
      {groups}
    </>
  );
}

/** What the table shows of the user's choices. */
function choicesOf({ picked, preselected, unavailable, start, view }: StoredState): readonly unknown[] {
  return [picked, preselected, unavailable, start, view];
}
