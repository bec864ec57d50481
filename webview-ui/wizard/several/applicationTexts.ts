import * as l10n from "@vscode/l10n";
import type { ApplicationState } from "../state/severalState.ts";
import { packStates } from "./packStates.ts";

/** The heading of the page of an application, and what did and did not happen. */
export interface ApplicationTexts {
  readonly heading: string;
  readonly consequence: string;
}

const done: ReadonlySet<string> = new Set(["released", "scheduled", "alreadySo"]);

/** Whether every pack is as the plan wants it. */
export function isComplete({ outcome }: ApplicationState): boolean {
  return outcome !== undefined && outcome.packs.every((pack) => done.has(pack.outcome));
}

/** What the page of an application says. `date`: the date of its packs for users; left out where they are released at once. */
export function applicationTexts(application: ApplicationState, date: string | undefined): ApplicationTexts {
  const { state, problem } = application;
  const isScheduling = date !== undefined;
  switch (state) {
    case "underWay":
      return {
        heading: isScheduling
          ? l10n.t("Scheduling Integration Pack Releases")
          : l10n.t("Releasing Integration Packs"),
        consequence: "",
      };
    case "unconfirmed":
      return {
        heading: l10n.t("The Release Was Interrupted"),
        consequence: l10n.t(
          "The window was reloaded while the plan was applied. Try again to find out how each pack ended and to continue: what is already so is skipped, and nothing is sent twice.",
        ),
      };
    case "rejected":
      return problem?.code === "Unexpected"
        ? {
            heading: l10n.t("The Outcome Is Not Known"),
            consequence: l10n.t(
              "Packs may have been released. Try again to find out how each pack ended and to continue: what is already so is skipped, and nothing is sent twice.",
            ),
          }
        : {
            heading: isScheduling ? l10n.t("No Release Was Scheduled") : l10n.t("No Pack Was Released"),
            consequence: l10n.t("Nothing was sent, and no account was changed. Your choices are kept."),
          };
    case "ended":
      return isComplete(application)
        ? {
            heading: l10n.t("Success"),
            consequence: isScheduling
              ? l10n.t("All packs are scheduled for {0}, or were already so.", date)
              : l10n.t("All packs are released, or were already so."),
          }
        : describeIncomplete(application, isScheduling);
  }
}

function describeIncomplete(application: ApplicationState, isScheduling: boolean): ApplicationTexts {
  const consequence = l10n.t(
    "Packs that are released or scheduled stay so. Try again to send the packs that were not sent.",
  );
  const states = packStates(application);
  if (states.some(({ kind }) => kind === "unknown")) {
    return { heading: l10n.t("The Outcome Is Not Known"), consequence };
  }
  if (states.some(({ kind }) => kind === "released" || kind === "scheduled")) {
    return {
      heading: isScheduling
        ? l10n.t("Not All Releases Were Scheduled")
        : l10n.t("Not All Packs Were Released"),
      consequence,
    };
  }
  return {
    heading: isScheduling ? l10n.t("No Release Was Scheduled") : l10n.t("No Pack Was Released"),
    consequence: l10n.t("Try again to continue. Your choices are kept."),
  };
}
