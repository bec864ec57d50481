import * as l10n from "@vscode/l10n";
import { ProgressRing } from "../../shared/controls/progressRing.tsx";
import { ChangedNotice } from "../notices/changedNotice.tsx";
import { PackProblem } from "../notices/packProblem.tsx";
import { acceptChanges } from "../state/receive/receivePack.ts";
import type { SeveralState } from "../state/severalState.ts";
import { ChosenVersionDetails } from "../versions/chosenVersionDetails.tsx";
import { VersionsStep } from "../versions/versionsStep.tsx";
import { packProps, type PageProps } from "../wizardProps.ts";
import { ApplicationPage } from "./applicationPage.tsx";
import { PlanNotices } from "./planNotices.tsx";
import { SeveralScheduleStep } from "./severalScheduleStep.tsx";

interface SeveralPacksProps extends PageProps {
  readonly several: SeveralState;
}

/** The wizard for several packs: the step, or the page after the button, that its state calls for. */
export function SeveralPacks(props: SeveralPacksProps) {
  const { page, several, post } = props;
  const { packs, shared } = page.stored;
  if (several.application) return <ApplicationPage {...props} application={several.application} />;
  const isKnown = packs.every(({ shown }, at) => shown ?? page.readings[at]?.packProblem);
  if (!isKnown) return page.received.problem ? <PackProblem {...packProps(props, 0)} /> : <Loading />;
  const changedAt = packs.findIndex(({ notice, isLeftOut }) => notice && isLeftOut !== true);
  const changed = packs[changedAt];
  const { details } = page.received;
  return (
    <>
      <PackProblem {...packProps(props, 0)} />
      <PlanNotices {...props} />
      {changed?.notice && (
        <ChangedNotice
          key={changed.named?.packId}
          notice={changed.notice}
          packName={changed.named?.name}
          onContinue={() => packProps(props, changedAt).change(acceptChanges)}
          onCancel={() => post({ type: "close" })}
        />
      )}
      {details ? (
        <ChosenVersionDetails {...packProps(props, 0)} details={details} />
      ) : shared.step === "versions" ? (
        <VersionsStep {...props} />
      ) : (
        <SeveralScheduleStep {...props} />
      )}
    </>
  );
}

function Loading() {
  return (
    <p class="opening">
      <ProgressRing label={l10n.t("Reading the integration packs…")} />
    </p>
  );
}
