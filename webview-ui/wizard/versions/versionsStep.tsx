import * as l10n from "@vscode/l10n";
import { useEffect } from "preact/hooks";
import type { DeploymentModel } from "../../../src/model/pack/pack.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import { PageHeading } from "../../shared/controls/pageHeading.tsx";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { ReadingVersions } from "../notices/readingVersions.tsx";
import { chosenChanges } from "../state/chosenChanges.ts";
import { chosenVersions } from "../state/chosenVersions.ts";
import { changedSinceOpening } from "../state/chooseVersions.ts";
import { changeEachPack, changeShared, changeStaying, type PageState } from "../state/pageState.ts";
import { awaitsVersions, toScheduleStep } from "../state/preselection.ts";
import { shownVersions } from "../state/seenVersions.ts";
import type { WizardState } from "../state/wizardState.ts";
import { StatusLine } from "../statusLine.tsx";
import { packProps, type PageProps, type WizardProps } from "../wizardProps.ts";
import { LeftOutNotice } from "../notices/leftOutNotice.tsx";
import { StepNumber } from "../stepNumber.tsx";
import { wizardTitles } from "../wizardTitles.ts";
import { LeftOutPacks } from "./leftOutPacks.tsx";
import { obstacleOf } from "./obstacleOf.ts";
import { PackHeader } from "./packHeader.tsx";
import { PackIntroduction } from "./packIntroduction.tsx";
import { PackRows } from "./packRows.tsx";
import { PackVersionSelection } from "./packVersionSelection.tsx";
import { TableToolbar } from "./tableToolbar.tsx";
import { rowsInView, wholeTable, type TableView, type VersionsTableRow } from "./tableView.ts";
import { longTable } from "../stackingTable.tsx";
import { VersionsTable } from "./versionsTable.tsx";

/** A pack that is not left out, with its rows in the table. */
interface TablePack extends WizardProps {
  /** The position among the packs. */
  readonly at: number;
  readonly changes: readonly ReleaseChange[];
  /** The rows in view, in the order of the view. */
  readonly rows: readonly VersionsTableRow[];
}

/** The first step: the version of each component, of one pack or several. */
export function VersionsStep(props: PageProps) {
  const { page, changePage, post } = props;
  const { shared } = page.stored;
  useEffect(() => changePage(forgetWhereFrom), []);
  const isSeveral = shared.several !== undefined;
  const view = shared.view ?? wholeTable;
  const onView = (next: TableView) =>
    changePage((before) => changeShared(before, (choices) => ({ ...choices, view: next })));
  const packs = tablePacks(props, view);
  const [first] = packs;
  const changes = packs.flatMap((pack) => pack.changes);
  const inView = packs.reduce((count, { rows }) => count + rows.length, 0);
  const obstacle = obstacleOf(packs, isSeveral);
  const isWaiting = packs.some(({ state }) => awaitsVersions(state));
  const canCompare = first?.state.stored.shown?.capabilities.actions.includes("compare") ?? false;
  const hasCameFrom = page.readings.some(({ cameFrom }) => cameFrom !== undefined);
  return (
    <>
      <PageHeading leavesFocus={hasCameFrom}>{wizardTitles(isSeveral).versions}</PageHeading>
      <StepNumber step={1} />
      {!isSeveral && first?.state.stored.shown && (
        <PackIntroduction pack={first.state.stored.shown.pack} start={first.state.stored.start} post={post} />
      )}
      {!isSeveral && first && <LeftOutNotice choices={first.state.stored} />}
      {changes.length > 0 && (
        <TableToolbar
          changes={changes}
          canReset={packs.some(canReset)}
          onChoose={(choose) => changePage((before) => changeStaying(before, choose))}
          view={view}
          onView={onView}
        />
      )}
      <PacksTable {...props} packs={packs} view={view} onView={onView} />
      {inView === 0 && changes.length > 0 && <p class="secondary">{l10n.t("No component matches.")}</p>}
      {isSeveral && <LeftOutPacks {...props} />}
      {packs.map((pack) => (
        <PackVersionSelection key={pack.at} {...pack} />
      ))}
      <div class="buttons of-page">
        <StatusLine>
          {isWaiting ? <ReadingVersions /> : <Obstacles {...props} obstacle={obstacle} />}
        </StatusLine>
        <vscode-button
          disabled={obstacle !== "" || isWaiting}
          onClick={() => changePage((before) => changeEachPack(before, goOn))}
        >
          {l10n.t("Next")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
          {l10n.t("Cancel")}
        </vscode-button>
        {canCompare && !isSeveral && first && (
          <vscode-button
            appearance="secondary"
            class="apart"
            onClick={() => post({ type: "compare", versions: chosenVersions(first.state.stored) })}
          >
            {l10n.t("Compare with Released Versions")}
          </vscode-button>
        )}
      </div>
    </>
  );
}

/** Why the versions could not be read, with *Retry*, and why the wizard cannot continue. */
function Obstacles({ page, post, obstacle }: PageProps & { readonly obstacle: string }) {
  const { versionsProblem } = page.received;
  return (
    <>
      {versionsProblem !== undefined && (
        <div class="obstacle">
          {versionsProblem}{" "}
          <ActionLink onActivate={() => post({ type: "reload" })}>{l10n.t("Retry")}</ActionLink>
        </div>
      )}
      {obstacle !== "" && <div class="obstacle">{obstacle}</div>}
    </>
  );
}

interface PacksTableProps extends PageProps {
  readonly packs: readonly TablePack[];
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
}

/** One table for all packs. Several packs have a row each above their components. */
function PacksTable({ packs, view, onView, ...props }: PacksTableProps) {
  const isSeveral = props.page.stored.shared.several !== undefined;
  const isFiltered = view.search !== "" || view.changedOnly;
  // A pack without matching components is left out, unless there is something to do in it.
  const shownPacks = packs.filter(({ rows, state: { stored, received } }) => {
    const needsUser = received.packProblem !== undefined || stored.shown?.pack.doubt !== undefined;
    return !isSeveral || !isFiltered || rows.length > 0 || needsUser;
  });
  const heights = shownPacks.map(({ rows }) => rows.length + (isSeveral ? 1 : 0));
  const startOf = (position: number) => heights.slice(0, position).reduce((sum, height) => sum + height, 0);
  // The same whatever the view shows, so that no row is made anew by a search.
  const allRows = packs.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <VersionsTable
      deploymentModel={commonModel(packs)}
      rowCount={startOf(heights.length)}
      order={view.order}
      onSort={(order) =>
        onView({ search: view.search, changedOnly: view.changedOnly, ...(order && { order }) })
      }
    >
      {shownPacks.map((pack, position) => {
        const start = startOf(position);
        const { named, shown } = pack.state.stored;
        const header = isSeveral && (
          <PackHeader {...props} at={pack.at} changes={pack.changes} index={start} />
        );
        return shown ? (
          <PackRows
            key={named?.packId}
            {...pack}
            shown={shown}
            firstIndex={isSeveral ? start + 1 : start}
            isLong={allRows > longTable}
            header={header}
          />
        ) : (
          header
        );
      })}
    </VersionsTable>
  );
}

/** The packs that are not left out. */
function tablePacks(props: PageProps, view: TableView): readonly TablePack[] {
  return props.page.stored.packs.flatMap(({ isLeftOut }, at) => {
    if (isLeftOut === true) return [];
    const pack = packProps(props, at);
    const changes = chosenChanges(pack.state);
    const components = pack.state.stored.shown?.pack.components ?? [];
    // The changes are in the order of the components.
    const rows = changes.flatMap((change, position) => {
      const component = components[position];
      return component ? [{ component, change }] : [];
    });
    return [{ ...pack, at, changes, rows: rowsInView(rows, view, shownVersions(pack.state.received)) }];
  });
}

/** The deployment model that all packs have; `packaged` where they differ. */
function commonModel(packs: readonly TablePack[]): DeploymentModel {
  const isLegacy = ({ state }: TablePack) => state.stored.shown?.pack.deploymentModel === "legacy";
  return packs.length > 0 && packs.every(isLegacy) ? "legacy" : "packaged";
}

function canReset({ state }: TablePack): boolean {
  return changedSinceOpening(state.stored).size > 0;
}

function goOn({ stored, received }: WizardState): WizardState {
  return { stored: toScheduleStep(stored), received };
}

/** The focus returns to a row once. */
function forgetWhereFrom(page: PageState): PageState {
  if (page.readings.every(({ cameFrom }) => cameFrom === undefined)) return page;
  const readings = page.readings.map(({ cameFrom: _once, ...reading }) => reading);
  return { ...page, readings };
}
