import * as l10n from "@vscode/l10n";
import { listed } from "../../src/base/language.ts";
import type { ComponentChildren } from "preact";
import { changesSentence } from "../../src/model/overview/describeOverview.ts";
import type { ReleaseSchedule } from "../../src/model/schedule/scheduledRelease.ts";
import type { PackOverview } from "../../src/model/overview/packOverview.ts";
import { formatCalendarDate, formatDateTime, formatSpan } from "../shared/formatDates.ts";

/** The state of the pack, fact by fact. */
export function OverviewFacts({ overview }: { readonly overview: PackOverview }) {
  const { pack, componentCount, changeCount, released, lastReleasedAt, scheduled, unsettled } = overview;
  return (
    <dl class="facts">
      <Fact name={l10n.t("Next Release")}>
        {componentCount === 0 ? l10n.t("The pack has no components.") : changesSentence(changeCount)}
      </Fact>
      {unsettled && (
        <Fact name={l10n.t("In Progress")}>
          {unsettled.state === "running"
            ? l10n.t("A release sent {0} is running.", formatDateTime(unsettled.sentAt))
            : l10n.t("The outcome of a release sent {0} is unknown.", formatDateTime(unsettled.sentAt))}
        </Fact>
      )}
      <Fact name={l10n.t("Scheduled Release")}>
        {scheduled ? <Schedule schedule={scheduled} /> : l10n.t("None")}
      </Fact>
      <Fact name={l10n.t("Last Release")}>
        {lastReleasedAt !== undefined
          ? formatDateTime(lastReleasedAt)
          : released
            ? l10n.t("The date is not known.")
            : l10n.t("Never released")}
      </Fact>
      <Fact name={l10n.t("Account Groups")}>{groupsText(overview)}</Fact>
      <Fact name={l10n.t("Components")}>{componentCount}</Fact>
      <Fact name={l10n.t("Type")}>{typeText(pack)}</Fact>
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Schedule({ schedule }: { readonly schedule: ReleaseSchedule }) {
  const { date, timeZone, hasUncertainZone, windowStart, windowEnd, state, problem, differences } = schedule;
  return (
    <>
      <strong>{formatCalendarDate(date)}</strong> ({stateText(state)})
      <br />
      {hasUncertainZone
        ? l10n.t("Boomi does not say in which time zone the date begins.")
        : l10n.t(
            "Runs {0} ({1}).",
            formatSpan({ start: new Date(windowStart), end: new Date(windowEnd) }, timeZone),
            timeZone,
          )}
      {[problem, ...(differences ?? [])].map(
        (sentence) =>
          sentence !== undefined && (
            <p key={sentence} class="obstacle">
              {sentence}
            </p>
          ),
      )}
    </>
  );
}

function stateText(state: ReleaseSchedule["state"]): string {
  switch (state) {
    case "scheduled":
      return l10n.t("scheduled");
    case "releasing":
      return l10n.t("being released");
    case "failed":
      return l10n.t("failed");
    case "missed":
      return l10n.t("missed");
    case "unknown":
      return l10n.t("no longer reported by Boomi");
  }
}

function groupsText({ groups, groupsProblem }: PackOverview): string {
  if (groupsProblem !== undefined) return groupsProblem;
  return groups.length === 0 ? l10n.t("None") : listed(groups);
}

function typeText({ installationType, deploymentModel }: PackOverview["pack"]): string {
  const type = installationType === "SINGLE" ? l10n.t("Single Attachment") : l10n.t("Multiple Attachments");
  return deploymentModel === "legacy" ? l10n.t("{0}, legacy pack", type) : type;
}
