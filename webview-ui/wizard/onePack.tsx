import * as l10n from "@vscode/l10n";
import { ProgressRing } from "../shared/controls/progressRing.tsx";
import { ChangedNotice } from "./notices/changedNotice.tsx";
import { DoubtPage } from "./doubt/doubtPage.tsx";
import { FailurePage } from "./outcome/failurePage.tsx";
import { PackProblem } from "./notices/packProblem.tsx";
import { ScheduleStep } from "./schedule/scheduleStep.tsx";
import { acceptChanges } from "./state/receive/receivePack.ts";
import { SuccessPage } from "./outcome/successPage.tsx";
import { ChosenVersionDetails } from "./versions/chosenVersionDetails.tsx";
import { VersionsStep } from "./versions/versionsStep.tsx";
import { packProps, type PageProps } from "./wizardProps.ts";

/** The wizard for one pack: the step, or the page after the release, that its state calls for. */
export function OnePack(page: PageProps) {
  const props = packProps(page, 0);
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
        <VersionsStep {...page} />
      ) : (
        <ScheduleStep {...props} shown={shown} />
      )}
    </>
  );
}

function Loading() {
  return (
    <p class="opening">
      <ProgressRing label={l10n.t("Reading the integration pack…")} />
    </p>
  );
}
