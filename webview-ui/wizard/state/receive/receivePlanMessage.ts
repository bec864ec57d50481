import type { PlanMessage } from "../../../../src/protocol/wizard/planMessage.ts";
import type { Refusal } from "../../../../src/protocol/refusal.ts";
import { changeEachPack, changeShared, type PageState } from "../pageState.ts";
import { acceptChanges, receivePack } from "./receivePack.ts";
import type { ApplicationState } from "../severalState.ts";

/** A message about the application of a plan. */
type ApplicationMessage =
  Extract<PlanMessage, { type: "planSent" | "planProgress" | "planOutcome" | "planRejected" }> | Refusal;

/** Whether the user pressed the button that applies a plan, and the page has not received the outcome. */
export function isPlanUnderWay({ stored }: PageState): boolean {
  const state = stored.shared.several?.application?.state;
  return state === "underWay" || state === "unconfirmed";
}

/** The user pressed the button: the page waits for the outcome of the plan. */
export function sendPlan(page: PageState): PageState {
  const sendAgain = applicationOf(page)?.sendAgain ?? [];
  const plan = applicationOf(page)?.plan;
  return withApplication(page, { state: "underWay", ...(plan && { plan }), sendAgain });
}

/** The user asked to stop after the pack that is being sent. */
export function stopPlan(page: PageState): PageState {
  const application = applicationOf(page);
  return application ? withApplication(page, { ...application, isStopping: true }) : page;
}

/** The user confirms that the release with the unknown outcome is sent again, or takes that back. */
export function confirmSendAgain(page: PageState, releaseId: string, isConfirmed: boolean): PageState {
  const application = applicationOf(page);
  if (!application) return page;
  const others = application.sendAgain.filter((each) => each !== releaseId);
  return withApplication(page, {
    ...application,
    sendAgain: isConfirmed ? [...others, releaseId] : others,
  });
}

/**
 * The user goes back to the steps with the packs as they are now. After an error, the user reads what changed in them: it may
 * explain the error. After an outcome, the plan itself changed them.
 */
export function leaveApplication(page: PageState): PageState {
  const wasApplied = applicationOf(page)?.state === "ended";
  const left = changeShared(page, (shared) => {
    if (!shared.several) return shared;
    const { application: _ended, ...several } = shared.several;
    return { ...shared, step: "versions", several };
  });
  return changeEachPack(left, (before) => {
    const { arrived } = before.stored;
    if (!arrived) return before;
    return wasApplied ? acceptChanges(before) : receivePack(before, arrived);
  });
}

/** The extension reports the state of an application. A page that was hidden receives it again. */
export function receivePlanMessage(page: PageState, message: ApplicationMessage): PageState {
  const application = applicationOf(page);
  if (!application || !isPlanUnderWay(page)) return page;
  switch (message.type) {
    case "planSent":
      return withApplication(page, { ...application, state: "underWay", plan: message.plan });
    case "planProgress": {
      const { step: _before, ...rest } = application;
      const { application: progress, step } = message;
      return withApplication(page, {
        ...rest,
        state: "underWay",
        progress,
        ...(step !== undefined && { step }),
      });
    }
    case "planOutcome":
      return withApplication(page, {
        ...application,
        state: "ended",
        outcome: message.outcome,
        sendAgain: [],
      });
    case "planRejected": {
      const { code, message: text } = message;
      return withApplication(page, { ...application, state: "rejected", problem: { code, message: text } });
    }
    case "refused": {
      const { request, code, message: text } = message;
      if (request !== "applyPlan" && request !== "applyAgain") return page;
      return withApplication(page, { ...application, state: "rejected", problem: { code, message: text } });
    }
  }
}

function applicationOf({ stored }: PageState): ApplicationState | undefined {
  return stored.shared.several?.application;
}

function withApplication(page: PageState, application: ApplicationState): PageState {
  return changeShared(page, (shared) =>
    shared.several ? { ...shared, several: { ...shared.several, application } } : shared,
  );
}
