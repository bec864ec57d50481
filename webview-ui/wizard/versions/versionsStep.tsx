import { t } from "@vscode/l10n";
import { useState } from "preact/hooks";
import type { PackComponent } from "../../../src/model/pack/pack.ts";
import type { WizardPack } from "../../../src/protocol/wizard.ts";
import { formatDateTime } from "../../shared/format.ts";
import { PageHeading } from "../../shared/pageHeading.tsx";
import { ProblemNotice } from "../../shared/problemNotice.tsx";
import { changesOf } from "../receive.ts";
import { SelectVersionDialog } from "./selectVersionDialog.tsx";
import { VersionsTable } from "./versionsTable.tsx";
import { keeping, type WizardProps } from "../wizardProps.ts";
import { chosenVersions, pickVersion } from "../wizardState.ts";

interface VersionsStepProps extends WizardProps {
  readonly shown: WizardPack;
}

/** The first step: which version of each component is to be released. */
export function VersionsStep(props: VersionsStepProps) {
  const { state, change, post, shown } = props;
  const { kept, received } = state;
  const [selecting, setSelecting] = useState<PackComponent>();
  const changes = changesOf(state);
  const chosen = chosenVersions(kept);
  const obstacle = obstacleOf(props);
  const canCompare = shown.capabilities.actions.includes("compare");
  const compare = (componentId?: string) =>
    post({ type: "compare", versions: chosen, ...(componentId !== undefined && { componentId }) });
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
      <VersionsTable
        shown={shown}
        changes={changes}
        unavailable={kept.unavailable}
        versions={received.versions}
        onSelect={setSelecting}
        onViewDetails={(packageId) =>
          change((before) => ({
            ...before,
            received: { ...before.received, details: { packageId, contents: {} } },
          }))
        }
        onCompare={canCompare ? compare : undefined}
      />
      {selecting && (
        <SelectVersionDialog
          component={selecting}
          versions={received.versions?.[selecting.componentId]}
          chosen={chosen[selecting.componentId] ?? ""}
          onSelect={(version) => {
            change(keeping((before) => pickVersion(before, selecting.componentId, version)));
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
          disabled={obstacle !== ""}
          onClick={() => change(keeping((before) => ({ ...before, step: "schedule" })))}
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
      </div>
    </>
  );
}

/** Which pack it is, and where its versions come from when they are not the usual preselection. */
function PackIntroduction({ state, shown }: VersionsStepProps) {
  const { start } = state.kept;
  const { name, description, scheduled } = shown.pack;
  return (
    <>
      <p class="pack-name">{name}</p>
      {description !== "" && <p class="description">{description}</p>}
      {scheduled && (
        <p class="notice">
          {t("A release of this pack is scheduled for {0} ({1}).", scheduled.date, scheduled.timeZone)}
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

/** Why the wizard cannot go on, in a sentence; `""` when it can. */
function obstacleOf({ state, shown }: VersionsStepProps): string {
  const { components } = shown.pack;
  if (components.length === 0) {
    return t("This pack has no components. Add a packaged component before you release it.");
  }
  const chosen = chosenVersions(state.kept);
  const open = components.filter(({ componentId, deleted }) => !deleted && chosen[componentId] === "");
  if (open.length > 0) {
    return t("Choose a version for: {0}", open.map(({ componentName }) => componentName).join(", "));
  }
  const changes = changesOf(state).some(({ kind }) => kind !== "unchanged");
  return changes
    ? ""
    : t("A release would change nothing: every component already has this version. Select another version.");
}
