import { t } from "@vscode/l10n";
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { WizardMessage, WizardRequest, WizardSubject } from "../../src/protocol/wizard.ts";
import { connectHost } from "../shared/host.ts";
import { ChangedNotice } from "./changedNotice.tsx";
import { DoubtPage } from "./doubtPage.tsx";
import { FailurePage } from "./failurePage.tsx";
import { PackProblem } from "./packProblem.tsx";
import { ScheduleStep } from "./schedule/scheduleStep.tsx";
import { receiveMessage } from "./state/receiveMessage.ts";
import { acceptChanges } from "./state/receivePack.ts";
import { initialState, type StoredState, type WizardState } from "./state/wizardState.ts";
import { SuccessPage } from "./successPage.tsx";
import { ChosenVersionDetails } from "./versions/chosenVersionDetails.tsx";
import { VersionsStep } from "./versions/versionsStep.tsx";
import type { WizardProps } from "./wizardProps.ts";
import "./tables.css";
import "./wizard.css";

const host = connectHost<WizardRequest, WizardMessage, StoredState & WizardSubject>();

/** The wizard that releases a pack. It has the state, and shows the step that the state calls for. */
export function WizardPage() {
  const [state, setState] = useState<WizardState>(firstState);
  // A layout effect listens before VS Code delivers what the extension sent while the page was loading.
  useLayoutEffect(() => host.listen((message) => setState((before) => receiveMessage(before, message))), []);
  useEffect(() => host.post({ type: "ready" }), []);
  const { stored } = state;
  useEffect(() => {
    const packId = stored.shown?.pack.packId;
    if (packId !== undefined) host.storeState({ ...stored, packId });
  }, [stored]);
  const change = useMemo<WizardProps["change"]>(() => (next) => setState((before) => next(before)), []);
  return <CurrentStep state={state} change={change} post={host.post} />;
}

/** The stored state is what the user saw last. The document is older. */
function firstState(): WizardState {
  const stored = host.storedState();
  return stored || !host.first ? initialState(stored) : receiveMessage(initialState(), host.first);
}

function CurrentStep(props: WizardProps) {
  const { stored, received } = props.state;
  const { shown, submission, outcome, notice, step } = stored;
  if (outcome) return <SuccessPage {...props} outcome={outcome} />;
  if (submission?.state === "rejected") return <FailurePage {...props} rejection={submission} />;
  if (!shown) return received.problem ? <PackProblem {...props} /> : <Loading />;
  return (
    <>
      <PackProblem {...props} />
      {notice && (
        <ChangedNotice
          notice={notice}
          onContinue={() => props.change(acceptChanges)}
          onCancel={() => props.post({ type: "close" })}
        />
      )}
      {shown.pack.doubt !== undefined ? (
        <DoubtPage {...props} shown={shown} doubt={shown.pack.doubt} />
      ) : received.details ? (
        <ChosenVersionDetails {...props} details={received.details} />
      ) : step === "versions" ? (
        <VersionsStep {...props} shown={shown} />
      ) : (
        <ScheduleStep {...props} shown={shown} />
      )}
    </>
  );
}

function Loading() {
  return <vscode-progress-ring class="opening" aria-label={t("Reading the integration pack…")} />;
}
