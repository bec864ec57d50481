import { choiceFromPack } from "../../../../src/model/plan/packChoice.ts";
import type { SeveralStart, WizardStart } from "../../../../src/protocol/wizard/wizardStart.ts";
import type { WizardMessage } from "../../../../src/protocol/wizard/wizardMessage.ts";
import { checkAvailability } from "../checkAvailability.ts";
import { changeEachPack, changePack, type PageState } from "../pageState.ts";
import { preselection } from "../preselection.ts";
import { receiveMessage } from "./receiveMessage.ts";
import { receivePlanMessage, isPlanUnderWay } from "./receivePlanMessage.ts";
import { nothingPicked, type PackChoices, type WizardState } from "../wizardState.ts";

/** The state of the page after a message from the extension. */
export function receivePage(page: PageState, message: WizardMessage): PageState {
  switch (message.type) {
    case "several":
      return message.messages.reduce(receivePage, page);
    case "start":
      return message.start.several
        ? startSeveral(page, message.start, message.start.several)
        : changePack(page, 0, (before) => receiveMessage(before, message));
    case "pack": {
      const at = positionOf(page, message.pack.packId);
      const isApplied = page.stored.shared.several?.application !== undefined;
      return changePack(page, at, (before) =>
        isApplied ? withArrived(before, message) : receiveMessage(withoutProblem(before), message),
      );
    }
    case "packFailed": {
      const { packId, code, message: text } = message;
      if (packId === undefined) return changePack(page, 0, (before) => receiveMessage(before, message));
      return changePack(page, positionOf(page, packId), ({ stored, received }) => ({
        stored,
        received: { ...received, packProblem: { code, message: text } },
      }));
    }
    case "versions":
      return changeEachPack(page, (before) => receiveMessage(before, message));
    case "sharing":
      return changePack(page, positionOf(page, message.packId), (before) => receiveMessage(before, message));
    case "takenVersions":
      return changePack(page, positionOf(page, message.packId), (before) => takeVersions(before, message));
    case "planDrift": {
      const drift = new Map(message.packs.map(({ packId, differences }) => [packId, differences]));
      return changeEachPack(page, ({ stored, received }) => {
        const { drift: _before, ...rest } = received;
        const differences = drift.get(stored.named?.packId ?? "");
        return { stored, received: differences ? { ...rest, drift: differences } : rest };
      });
    }
    case "planFileChanged":
      return { ...page, received: { ...page.received, isPlanFileChanged: message.isChanged } };
    case "otherTarget": {
      const { otherTarget: _before, ...received } = page.received;
      return {
        ...page,
        received: message.isOther ? { ...received, otherTarget: message.message ?? "" } : received,
      };
    }
    case "planSent":
    case "planProgress":
    case "planOutcome":
    case "planRejected":
      return receivePlanMessage(page, message);
    case "refused":
      return receivePlanMessage(
        changePack(page, 0, (before) => receiveMessage(before, message)),
        message,
      );
    case "versionsFailed":
    case "progress":
    case "released":
    case "scheduled":
    case "rejected":
    case "details":
      return changePack(page, 0, (before) => receiveMessage(before, message));
  }
}

/** The position of the pack with the id. The only pack of a page has none before it arrives. */
function positionOf({ stored: { packs } }: PageState, packId: string): number {
  const at = packs.findIndex(({ named, shown }) => (named ?? shown?.pack)?.packId === packId);
  return at === -1 && packs.length === 1 ? 0 : at;
}

/** Starts over with several packs. Does nothing while a plan is applied. */
function startSeveral(
  page: PageState,
  { option, date = "" }: WizardStart,
  { packs, planName, plan, file }: SeveralStart,
): PageState {
  if (isPlanUnderWay(page)) return page;
  const { areVersionsCurrent: _old, details: _details, ...received } = page.received;
  const several = { planName, ...(plan && { opened: plan }), ...(file !== undefined && { file }) };
  return {
    stored: {
      shared: { step: "versions", option, date, several },
      packs: packs.map(({ packId, name, versions }): PackChoices => ({
        ...nothingPicked,
        named: { packId, name },
        start: { option, ...(versions && { versions, isPlanned: true }) },
      })),
    },
    received,
    readings: packs.map(() => ({})),
  };
}

function takeVersions(
  state: WizardState,
  { from }: Extract<WizardMessage, { type: "takenVersions" }>,
): WizardState {
  const { stored, received } = state;
  const { shown, start } = stored;
  if (!shown) return state;
  const { versions, unchanged } = choiceFromPack(
    shown.pack,
    from,
    preselection(shown, start, received.versions),
  );
  const taken = { from: from.name, unchanged: unchanged.map(({ componentName }) => componentName) };
  return checkAvailability({ received, stored: { ...stored, picked: versions, unavailable: {}, taken } });
}

/** The pack waits until the user goes back to the steps: until then, the page shows what the user confirmed. */
function withArrived(
  { stored, received }: WizardState,
  { type: _type, ...arrived }: Extract<WizardMessage, { type: "pack" }>,
): WizardState {
  return { stored: { ...stored, arrived }, received };
}

function withoutProblem({ stored, received }: WizardState): WizardState {
  const { packProblem: _problem, ...rest } = received;
  return { stored, received: rest };
}
