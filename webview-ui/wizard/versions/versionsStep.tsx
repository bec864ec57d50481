import { t } from "@vscode/l10n";
import { useEffect, useMemo } from "preact/hooks";
import type { WizardPack } from "../../../src/protocol/wizard.ts";
import { PageHeading } from "../../shared/pageHeading.tsx";
import { ProblemNotice } from "../../shared/problemNotice.tsx";
import { ReadingVersions } from "../readingVersions.tsx";
import { chosenChanges } from "../state/chosenChanges.ts";
import { chosenVersions, pickVersion } from "../state/chosenVersions.ts";
import { awaitsVersions, toScheduleStep } from "../state/preselection.ts";
import { showDetails } from "../state/showDetails.ts";
import type { StoredState, VersionSelection, WizardState } from "../state/wizardState.ts";
import { changeStored, type WizardProps } from "../wizardProps.ts";
import { differsFromOpening, resetVersion } from "../state/chooseVersions.ts";
import { PackIntroduction } from "./packIntroduction.tsx";
import { SelectVersionDialog } from "./selectVersionDialog.tsx";
import { TableToolbar } from "./tableToolbar.tsx";
import { rowsInView, wholeTable, type TableView } from "./tableView.ts";
import { VersionsTable } from "./versionsTable.tsx";

interface VersionsStepProps extends WizardProps {
  readonly shown: WizardPack;
}

/** The first step: the version of each component. */
export function VersionsStep(props: VersionsStepProps) {
  const { state, change, post, shown } = props;
  const { stored, received } = state;
  useEffect(() => change(forgetWhereFrom), []);
  const changes = chosenChanges(state);
  const chosen = chosenVersions(stored);
  const obstacle = obstacleOf(props);
  const isWaiting = awaitsVersions(state);
  const undelete = (componentId: string) => {
    change(
      changeStored((before) => ({ ...before, undeleting: [...(before.undeleting ?? []), componentId] })),
    );
    post({ type: "undelete", componentId });
  };
  const canCompare = shown.capabilities.actions.includes("compare");
  const compare = (componentId?: string, version?: string) => {
    const versions =
      componentId !== undefined && version !== undefined ? { ...chosen, [componentId]: version } : chosen;
    post({ type: "compare", versions, ...(componentId !== undefined && { componentId }) });
  };
  const { selecting: selection } = stored;
  const selecting = shown.pack.components.find(({ componentId }) => componentId === selection?.componentId);
  const select = (next: VersionSelection) =>
    change(changeStored((before) => ({ ...before, selecting: next })));
  const view = stored.view ?? wholeTable;
  const onView = (next: TableView) => change(changeStored((before) => ({ ...before, view: next })));
  const { components } = shown.pack;
  // The changes are in the order of the components.
  const rows = changes.flatMap((changed, at) => {
    const component = components[at];
    return component ? [{ component, change: changed }] : [];
  });
  const inView = rowsInView(rows, view, received.versions);
  // Opening the dialog changes no row.
  const table = useMemo(
    () => (
      <VersionsTable
        shown={shown}
        rows={inView}
        order={view.order}
        onSort={(order) =>
          onView({ search: view.search, changedOnly: view.changedOnly, ...(order && { order }) })
        }
        unavailable={stored.unavailable}
        versions={received.versions}
        onSelect={({ componentId }) =>
          select({ componentId, packageVersion: chosen[componentId] ?? "", search: "" })
        }
        canReset={(componentId) => differsFromOpening(stored, componentId)}
        onReset={(componentId) => change((before) => resetVersion(before, componentId))}
        onUndelete={shown.capabilities.canUndelete ? undelete : undefined}
        onViewDetails={(version) => change((before) => showDetails(before, version))}
        cameFrom={received.cameFrom}
        onCompare={canCompare ? compare : undefined}
      />
    ),
    [shown, received.versions, ...choicesOf(stored)],
  );
  return (
    <>
      <PageHeading leavesFocus={received.cameFrom !== undefined}>
        {t("Release Integration Pack: Select Versions")}
      </PageHeading>
      <PackIntroduction pack={shown.pack} start={stored.start} post={post} />
      {received.versionsProblem !== undefined && (
        <ProblemNotice message={received.versionsProblem}>
          <div class="buttons">
            <vscode-button onClick={() => post({ type: "reload" })}>{t("Retry")}</vscode-button>
          </div>
        </ProblemNotice>
      )}
      {components.length > 0 && (
        <TableToolbar state={state} change={change} changes={changes} view={view} onView={onView} />
      )}
      {table}
      {inView.length === 0 && components.length > 0 && <p class="secondary">{t("No component matches.")}</p>}
      {selecting && selection && (
        <SelectVersionDialog
          component={selecting}
          versions={received.versions?.[selecting.componentId]}
          releaseBranch={shown.releaseBranch}
          selection={selection}
          onChange={select}
          onSelect={(version) =>
            change(
              changeStored((before) => withoutSelection(pickVersion(before, selecting.componentId, version))),
            )
          }
          onViewDetails={(version) => change((before) => showDetails(before, version))}
          onCompare={
            canCompare && selecting.currentVersion !== ""
              ? (version) => compare(selecting.componentId, version)
              : undefined
          }
          onCancel={() => change(changeStored(withoutSelection))}
        />
      )}
      {obstacle !== "" && (
        <p class="obstacle" role="status">
          {obstacle}
        </p>
      )}
      <div class="buttons of-page">
        <vscode-button
          disabled={obstacle !== "" || isWaiting}
          onClick={() => change(changeStored(toScheduleStep))}
        >
          {t("Next")}
        </vscode-button>
        {canCompare && (
          <vscode-button appearance="secondary" onClick={() => compare()}>
            {t("Compare with Released Versions")}
          </vscode-button>
        )}
        <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
          {t("Cancel")}
        </vscode-button>
        {isWaiting && <ReadingVersions />}
      </div>
    </>
  );
}

/** What the table shows of the user's choices. */
function choicesOf({ picked, preselected, unavailable, start, view }: StoredState): readonly unknown[] {
  return [picked, preselected, unavailable, start, view];
}

/** The stored state with the dialog *Select Version* closed. */
function withoutSelection({ selecting: _selecting, ...stored }: StoredState): StoredState {
  return stored;
}

/** The focus returns to a row once. */
function forgetWhereFrom(state: WizardState): WizardState {
  const { cameFrom, ...received } = state.received;
  return cameFrom === undefined ? state : { ...state, received };
}

/** Why the wizard cannot continue to the next step, as a sentence; `""` if it can. */
function obstacleOf({ state, shown }: VersionsStepProps): string {
  const { components } = shown.pack;
  if (components.length === 0) {
    return t("This pack has no components. Add a packaged component before you release it.");
  }
  const chosen = chosenVersions(state.stored);
  const open = components.filter(({ componentId, deleted }) => !deleted && chosen[componentId] === "");
  if (open.length > 0) {
    return t("Choose a version for: {0}", open.map(({ componentName }) => componentName).join(", "));
  }
  const changes = chosenChanges(state).some(({ kind }) => kind !== "unchanged");
  return changes
    ? ""
    : t("A release would change nothing: every component already has this version. Select another version.");
}
