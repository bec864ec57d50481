import { t } from "@vscode/l10n";
import { useMemo, useState } from "preact/hooks";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import { withZone } from "../../../src/model/schedule/uncertainZone.ts";
import type { WizardPack } from "../../../src/protocol/wizard.ts";
import { formatCalendarDate, formatDateTime } from "../../shared/formatDates.ts";
import { PageHeading } from "../../shared/pageHeading.tsx";
import { ProblemNotice } from "../../shared/problemNotice.tsx";
import { ReadingVersions } from "../readingVersions.tsx";
import { chosenChanges } from "../state/chosenChanges.ts";
import { chosenVersions, pickVersion } from "../state/chosenVersions.ts";
import { awaitsVersions, toScheduleStep } from "../state/preselection.ts";
import { changeStored, type WizardProps } from "../wizardProps.ts";
import { differsFromOpening, resetVersion } from "../state/chooseVersions.ts";
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
  const [selecting, setSelecting] = useState<PackComponent>();
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
  const compare = (componentId?: string) =>
    post({ type: "compare", versions: chosen, ...(componentId !== undefined && { componentId }) });
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
        onSelect={setSelecting}
        canReset={(componentId) => differsFromOpening(stored, componentId)}
        onReset={(componentId) => change((before) => resetVersion(before, componentId))}
        onUndelete={shown.capabilities.canUndelete ? undelete : undefined}
        onViewDetails={(packageId) =>
          change((before) => ({
            ...before,
            received: { ...before.received, details: { packageId, contents: {} } },
          }))
        }
        onCompare={canCompare ? compare : undefined}
      />
    ),
    [state],
  );
  return (
    <>
      <PageHeading>{t("Release Integration Pack: Select Versions")}</PageHeading>
      <PackIntroduction {...props} />
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
      {selecting && (
        <SelectVersionDialog
          component={selecting}
          versions={received.versions?.[selecting.componentId]}
          releaseBranch={shown.releaseBranch}
          chosen={chosen[selecting.componentId] ?? ""}
          onSelect={(version) => {
            change(changeStored((before) => pickVersion(before, selecting.componentId, version)));
            setSelecting(undefined);
          }}
          onCancel={() => setSelecting(undefined)}
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

/** The pack, and where the versions come from if they are not the usual preselection. */
function PackIntroduction({ state, shown }: VersionsStepProps) {
  const { start } = state.stored;
  const { name, description, scheduled } = shown.pack;
  return (
    <>
      <p class="pack-name">{name}</p>
      {description !== "" && <p class="description">{description}</p>}
      {scheduled && (
        <p class="notice">
          {t(
            "A release of this pack is scheduled for {0}.",
            withZone(formatCalendarDate(scheduled.date), scheduled),
          )}
        </p>
      )}
      {start?.rollBackTo !== undefined && (
        <p class="notice">
          {t("These are the versions of the release of {0}.", formatDateTime(start.rollBackTo))}
        </p>
      )}
      {start?.removed !== undefined && start.removed.length > 0 && (
        <p class="notice">{t("Not in the pack any more, so not released: {0}", start.removed.join(", "))}</p>
      )}
    </>
  );
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
