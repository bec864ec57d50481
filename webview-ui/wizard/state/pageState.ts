import type { VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";
import type { WizardSubject } from "../../../src/protocol/wizard/wizardSubject.ts";
import {
  initialState,
  nothingChosen,
  nothingPicked,
  type PackChoices,
  type PackReading,
  type SharedChoices,
  type ReceivedState,
  type SharedReading,
  type StoredState,
  type WizardState,
} from "./wizardState.ts";

/** Everything that the page of the wizard shows: what concerns all packs, and what concerns each of them. */
export interface PageState {
  readonly stored: StoredPage;
  readonly received: SharedReading;
  /** What was received about each pack, in the order of the packs. */
  readonly readings: readonly PackReading[];
}

/** What the page stores while it is hidden and over a reload of the window: the choices, and what it shows until versions are read. */
export interface SavedPage extends StoredPage {
  /** The packaged versions in the rows of the tables. */
  readonly seenVersions?: VersionsOfComponents;
}

/** What the user chose and saw. */
export interface StoredPage {
  readonly shared: SharedChoices;
  /** One, or several in the order in which they are released. */
  readonly packs: readonly PackChoices[];
}

/** The page of a wizard for one pack, before the pack arrives. */
export const emptyPage: PageState = {
  stored: { shared: splitStored(nothingChosen).shared, packs: [nothingPicked] },
  received: {},
  readings: [{}],
};

/** The state of a page that was just loaded, with the state that it stored before, if any. */
export function initialPage(saved: SavedPage | undefined): PageState {
  if (!saved) return emptyPage;
  const { seenVersions, ...stored } = saved;
  const page: PageState = { stored, received: {}, readings: stored.packs.map(() => ({})) };
  // Nobody reported yet how a submission ended that was under way.
  const first = changePack(page, 0, ({ stored: before }) => initialState(before));
  const restored = seenVersions ? { ...first, received: { seenVersions } } : first;
  const { several } = restored.stored.shared;
  if (several?.application?.state !== "underWay") return restored;
  const application = { ...several.application, state: "unconfirmed" } as const;
  return changeShared(restored, (shared) => ({ ...shared, several: { ...several, application } }));
}

/** The wizard as the pack at the position sees it. */
export function packView({ stored, received, readings }: PageState, at: number): WizardState {
  return {
    stored: { ...stored.shared, ...(stored.packs[at] ?? nothingPicked) },
    received: { ...received, ...readings[at] },
  };
}

/** Changes the wizard as the pack at the position sees it. */
export function changePack(
  page: PageState,
  at: number,
  next: (before: WizardState) => WizardState,
): PageState {
  const before = packView(page, at);
  const after = next(before);
  if (after === before) return page;
  const { packs } = page.stored;
  const changed = splitStored(after.stored);
  const reading = splitReceived(after.received);
  return {
    stored: {
      shared: changed.shared,
      packs: packs.map((pack, index) => (index === at ? changed.pack : pack)),
    },
    received: reading.shared,
    readings: page.readings.map((each, index) => (index === at ? reading.pack : each)),
  };
}

/** Changes the wizard as each pack sees it, one after the other. */
export function changeEachPack(page: PageState, next: (before: WizardState) => WizardState): PageState {
  return page.stored.packs.reduce<PageState>((changed, _pack, at) => changePack(changed, at, next), page);
}

/** Changes the choices that concern all packs. */
export function changeShared(page: PageState, next: (before: SharedChoices) => SharedChoices): PageState {
  return { ...page, stored: { ...page.stored, shared: next(page.stored.shared) } };
}

/** What the extension restores the panel by. Nothing before the pack arrives. */
export function subjectOf({ shared, packs }: StoredPage): WizardSubject | undefined {
  const { several } = shared;
  if (!several) {
    const packId = packs[0]?.shown?.pack.packId;
    return packId === undefined ? undefined : { packId };
  }
  const packIds = packs.flatMap(({ named }) => (named ? [named.packId] : []));
  const { opened, file } = several;
  return { packIds, ...(opened && { plan: { opened, ...(file !== undefined && { file }) } }) };
}

interface SplitState {
  readonly shared: SharedChoices;
  readonly pack: PackChoices;
}

function splitStored(stored: StoredState): SplitState {
  const { step, option, date, view, submission, confirmed, outcome, several, ...pack } = stored;
  const shared = {
    step,
    option,
    date,
    ...(view && { view }),
    ...(submission && { submission }),
    ...(confirmed && { confirmed }),
    ...(outcome && { outcome }),
    ...(several && { several }),
  };
  return { shared, pack };
}

function splitReceived(received: ReceivedState): {
  readonly shared: SharedReading;
  readonly pack: PackReading;
} {
  const { sharing, packProblem, drift, cameFrom, moved, ...shared } = received;
  const pack = {
    ...(sharing && { sharing }),
    ...(packProblem && { packProblem }),
    ...(drift && { drift }),
    ...(cameFrom !== undefined && { cameFrom }),
    ...(moved && { moved }),
  };
  return { shared, pack };
}

/** Changes the wizard as each pack sees it that the user did not leave out. */
export function changeStaying(page: PageState, next: (before: WizardState) => WizardState): PageState {
  return changeEachPack(page, (before) => (before.stored.isLeftOut === true ? before : next(before)));
}
