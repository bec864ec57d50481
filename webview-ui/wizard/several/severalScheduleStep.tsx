import * as l10n from "@vscode/l10n";
import { releaseDateProblem } from "../../../src/model/schedule/releaseDateProblem.ts";
import { PageHeading } from "../../shared/controls/pageHeading.tsx";
import { SummaryTable, withoutLeftOut } from "../changes/changeSummary.tsx";
import { DateField } from "../schedule/dateField.tsx";
import { dateZone } from "../schedule/dateZone.ts";
import { ReleaseOptions } from "../schedule/releaseOptions.tsx";
import { ReleaseTime } from "../schedule/releaseTime.tsx";
import { TimeZoneNotice } from "../schedule/timeZoneNotice.tsx";
import { longTable } from "../stackingTable.tsx";
import { chosenChanges } from "../state/chosenChanges.ts";
import { changeShared, packView } from "../state/pageState.ts";
import { sendPlan } from "../state/receive/receivePlanMessage.ts";
import type { SeveralState } from "../state/severalState.ts";
import type { SharedChoices } from "../state/wizardState.ts";
import type { PageProps } from "../wizardProps.ts";
import { StepNumber } from "../stepNumber.tsx";
import { wizardTitles } from "../wizardTitles.ts";
import { PackSummary } from "./packSummary.tsx";
import { hasUncertainZone, zoneOfPlan } from "./planZone.ts";
import { planSum } from "./planSum.ts";
import { shownPlan } from "./shownPlan.ts";

interface SeveralScheduleStepProps extends PageProps {
  readonly several: SeveralState;
}

/** The second step for several packs: one date for all, what changes, *Save as Release Plan…*, and the button that releases. */
export function SeveralScheduleStep(props: SeveralScheduleStepProps) {
  const { page, changePage, post, several } = props;
  const { shared } = page.stored;
  const packs = stayingPacks(props);
  const shown = packs[0]?.shown;
  if (!shown) return null;
  const zone = dateZone({ ...shown, ...zoneOfPlan(several) });
  const { timeZone } = zone;
  const dateProblem =
    timeZone === undefined ? zone.problem : releaseDateProblem(shared.date, timeZone, new Date());
  const problem = shared.option === "date" ? dateProblem : undefined;
  const isBlocked = problem !== undefined || page.received.otherTarget !== undefined;
  const choose = (next: (before: SharedChoices) => SharedChoices) =>
    changePage((before) => changeShared(before, next));
  const plan = shownPlan(page, timeZone);
  return (
    <>
      <PageHeading>{wizardTitles(true).schedule}</PageHeading>
      <StepNumber step={2} />
      <ReleaseOptions
        option={shared.option}
        canSchedule={shown.capabilities.canSchedule}
        deploymentModel={packs.every(isLegacy) ? "legacy" : "packaged"}
        disabled={false}
        onChange={(option) => choose((before) => ({ ...before, option }))}
      />
      {shared.option === "date" && timeZone === undefined && (
        <TimeZoneNotice problem={zone.problem} post={post} />
      )}
      {shared.option === "date" && timeZone !== undefined && (
        <>
          <DateField
            date={shared.date}
            timeZone={timeZone}
            problem={problem}
            disabled={false}
            onChange={(date) => choose((before) => ({ ...before, date }))}
          />
          <div class="effect" aria-live="polite">
            {(problem === undefined || shared.date === "") && (
              <ReleaseTime
                date={problem === undefined ? shared.date : undefined}
                timeZone={timeZone}
                hasUncertainZone={hasUncertainZone(several, shown)}
                post={post}
              />
            )}
          </div>
        </>
      )}
      <vscode-text-field
        class="plan-name"
        value={several.planName}
        size={50}
        onInput={(event) => {
          const planName = event.currentTarget.value;
          choose((before) => ({ ...before, several: { ...several, planName } }));
        }}
      >
        {l10n.t("Name of the release plan")}
      </vscode-text-field>
      <h2>{l10n.t("Changes")}</h2>
      <p>{planSum(packs.map(({ changes, state }) => ({ changes, sharing: state.received.sharing })))}</p>
      <PlanSummary packs={packs} />
      <div class="buttons of-page">
        <vscode-button
          disabled={isBlocked}
          onClick={() => {
            changePage(sendPlan);
            post({ type: "applyPlan", ...plan });
          }}
        >
          {shared.option === "immediate"
            ? l10n.t("Release Integration Packs")
            : l10n.t("Schedule Integration Pack Releases")}
        </vscode-button>
        <vscode-button
          appearance="secondary"
          onClick={() => choose((before) => ({ ...before, step: "versions" }))}
        >
          {l10n.t("Back")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
          {l10n.t("Cancel")}
        </vscode-button>
        <vscode-button
          appearance="secondary"
          class="apart"
          disabled={isBlocked}
          onClick={() => post({ type: "savePlan", ...plan })}
        >
          {l10n.t("Save as Release Plan…")}
        </vscode-button>
      </div>
    </>
  );
}

type StayingPack = ReturnType<typeof stayingPacks>[number];

/** The packs that are not left out, with what changes in each. */
function stayingPacks({ page }: SeveralScheduleStepProps) {
  return page.stored.packs.flatMap(({ shown, isLeftOut }, at) => {
    if (!shown || isLeftOut === true) return [];
    const state = packView(page, at);
    return [{ state, shown, changes: withoutLeftOut(chosenChanges(state)) }];
  });
}

/** What the plan changes, pack by pack. */
function PlanSummary({ packs }: { readonly packs: readonly StayingPack[] }) {
  const startOf = (position: number) =>
    packs.slice(0, position).reduce((sum, { changes }) => sum + changes.length + 1, 0);
  return (
    <SummaryTable rowCount={startOf(packs.length)}>
      {packs.map((pack, position) => (
        <PackSummary
          key={pack.shown.pack.packId}
          {...pack}
          index={startOf(position)}
          isLong={startOf(packs.length) > longTable}
        />
      ))}
    </SummaryTable>
  );
}

function isLegacy({ shown }: StayingPack): boolean {
  return shown.pack.deploymentModel === "legacy";
}
