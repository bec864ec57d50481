import type { DetailsContents } from "../details/contents.ts";
import type { PackSharing } from "../../src/model/pack/accountGroup.ts";
import { describePackChanges } from "../../src/model/pack/describePackChanges.ts";
import { canBeChosen, type PackagedVersion } from "../../src/model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../../src/model/release/release.ts";
import { packFingerprint } from "../../src/model/release/packFingerprint.ts";
import { preselectedVersions } from "../../src/model/release/preselectedVersions.ts";
import type { ReleaseChange } from "../../src/model/release/releaseChanges.ts";
import type { ReleaseOption, WizardErrorCode, WizardPack, WizardStart } from "../../src/protocol/wizard.ts";

/** What keeps the wizard from going on. */
export interface Problem {
  readonly code: WizardErrorCode;
  readonly message: string;
}

/**
 * What became of the press of the last button. `unconfirmed`: the page was gone while it was under way, and the extension
 * has not said yet what came of it.
 */
export type Submission =
  | { readonly state: "underWay"; readonly step?: string }
  | { readonly state: "unconfirmed" }
  | ({ readonly state: "rejected" } & Problem);

/** What was made, with the changes that the user confirmed. */
export type Outcome =
  | {
      readonly kind: "released";
      readonly releaseId: string;
      readonly releasedAt: string;
      readonly changes: readonly ReleaseChange[];
    }
  | {
      readonly kind: "scheduled";
      readonly date: string;
      readonly timeZone: string;
      readonly changes: readonly ReleaseChange[];
    };

/** What changed underneath; the user reads it before the wizard goes on. */
export interface Notice {
  readonly changes: readonly string[];
  /** The window was reloaded in mid-release, and nobody knows here whether it was made. */
  readonly interrupted: boolean;
}

/** What the user chose and was shown: kept while the page is hidden and over a reload of the window. */
export interface KeptState {
  readonly step: "versions" | "schedule";
  readonly option: ReleaseOption;
  /** `yyyy-MM-dd`, or what the user has typed of it. */
  readonly date: string;
  readonly start?: WizardStart;
  /** The pack as the user is shown it. */
  readonly shown?: WizardPack;
  /** A later state of it, that the user has not agreed to yet. */
  readonly arrived?: WizardPack;
  readonly notice?: Notice;
  /** What was preselected when the pack was shown: versions packaged later do not change what the user sees. */
  readonly preselected: ComponentVersions;
  /** What the user chose, or what the wizard was opened with. */
  readonly picked: ComponentVersions;
  /** Chosen versions that cannot be released any more; the user chooses anew. */
  readonly unavailable: ComponentVersions;
  readonly submission?: Submission;
  readonly outcome?: Outcome;
}

/** What the extension sends again whenever the page comes back. */
export interface ReceivedState {
  readonly problem?: Problem;
  readonly versions?: Readonly<Record<string, readonly PackagedVersion[]>>;
  readonly versionsProblem?: string;
  readonly sharing?: PackSharing;
  /** The packaged version whose details are shown, and what is known of it. */
  readonly details?: { readonly packageId: string; readonly contents: DetailsContents };
}

/** Everything that the wizard shows. */
export interface WizardState {
  readonly kept: KeptState;
  readonly received: ReceivedState;
}

const nothingChosen: KeptState = {
  step: "versions",
  option: "immediate",
  date: "",
  preselected: {},
  picked: {},
  unavailable: {},
};

/** The state to begin or to go on with: after the page was hidden or the window reloaded, with what was kept. */
export function initialState(kept: KeptState = nothingChosen): WizardState {
  const wasUnderWay = kept.submission?.state === "underWay";
  return { kept: wasUnderWay ? { ...kept, submission: { state: "unconfirmed" } } : kept, received: {} };
}

/** The version that each staying component would be released with; `""` where the user must still choose. */
export function chosenVersions({ shown, preselected, picked, unavailable }: KeptState): ComponentVersions {
  const staying = shown?.pack.components.filter(({ deleted }) => !deleted) ?? [];
  return Object.fromEntries(
    staying.map(({ componentId }) => [
      componentId,
      Object.hasOwn(unavailable, componentId)
        ? ""
        : (ownVersion(picked, componentId) ?? ownVersion(preselected, componentId) ?? ""),
    ]),
  );
}

/** An id may be the name of something that every object has, such as `constructor`. */
function ownVersion(versions: ComponentVersions, componentId: string): string | undefined {
  return Object.hasOwn(versions, componentId) ? versions[componentId] : undefined;
}

/** Begins anew with what the wizard was opened with, on the pack as it is read next. What is under way goes on. */
export function begin(state: WizardState, start: WizardStart): WizardState {
  if (isSubmitted(state)) return state;
  return { ...state, kept: { ...nothingChosen, start, option: start.option, date: start.date ?? "" } };
}

/** A reading of the pack arrived. */
export function receivePack(state: WizardState, arrived: WizardPack): WizardState {
  const { problem: _problem, ...received } = state.received;
  const kept = receiveIntoKept(state.kept, arrived);
  return checkAvailability({ kept, received });
}

function receiveIntoKept(kept: KeptState, arrived: WizardPack): KeptState {
  const { shown, outcome, submission, ...rest } = kept;
  if (outcome) return kept;
  if (!shown) return show(kept, arrived);
  if (submission?.state === "underWay") return { ...kept, arrived };
  const interrupted = submission?.state === "unconfirmed" || kept.notice?.interrupted === true;
  const settled = submission?.state === "rejected" ? { ...rest, submission } : rest;
  const isSame = packFingerprint(shown.pack) === packFingerprint(arrived.pack);
  if (isSame && !interrupted) return { ...withoutNotice(settled), shown: arrived };
  const changes = describePackChanges(shown.pack, arrived.pack);
  return { ...settled, shown, arrived, notice: { changes, interrupted } };
}

/** The user has read what changed. Their own choices stay where they still can be. */
export function acceptChanges(state: WizardState): WizardState {
  const { arrived } = state.kept;
  if (!arrived) return state;
  const { submission: _submission, ...kept } = show(withoutNotice(state.kept), arrived);
  return checkAvailability({ ...state, kept: { ...kept, step: "versions" } });
}

export function receiveVersions(
  state: WizardState,
  versions: Readonly<Record<string, readonly PackagedVersion[]>>,
): WizardState {
  const { versionsProblem: _problem, ...received } = state.received;
  return checkAvailability({ ...state, received: { ...received, versions } });
}

export function pickVersion(kept: KeptState, componentId: string, packageVersion: string): KeptState {
  const { [componentId]: _old, ...unavailable } = kept.unavailable;
  return { ...kept, unavailable, picked: { ...kept.picked, [componentId]: packageVersion } };
}

/** The extension says what became of the press of the button; it says so again after the page was hidden. */
export function receiveSubmission(state: WizardState, submission: Submission): WizardState {
  if (!isSubmitted(state)) return state;
  const { arrived, ...rest } = state.kept;
  const next = { ...state, kept: { ...rest, submission } };
  if (submission.state !== "rejected") return { ...state, kept: { ...state.kept, submission } };
  return arrived ? receivePack(next, arrived) : next;
}

export function receiveOutcome(state: WizardState, outcome: Outcome): WizardState {
  if (!isSubmitted(state)) return state;
  const { submission: _submission, ...kept } = withoutNotice(state.kept);
  return { ...state, kept: { ...kept, outcome } };
}

/** Back to the second step after a failure, with everything that was chosen. */
export function tryAgain({ submission: _submission, ...kept }: KeptState): KeptState {
  return { ...kept, step: "schedule" };
}

function isSubmitted({ kept: { submission } }: WizardState): boolean {
  return submission?.state === "underWay" || submission?.state === "unconfirmed";
}

function withoutNotice<T extends KeptState>(kept: T): Omit<T, "notice" | "arrived"> {
  const { notice: _notice, arrived: _arrived, ...rest } = kept;
  return rest;
}

function show(kept: KeptState, shown: WizardPack): KeptState {
  const { start } = kept;
  const staying = new Set(
    shown.pack.components.filter(({ deleted }) => !deleted).map(({ componentId }) => componentId),
  );
  const picked = Object.entries({ ...start?.versions, ...kept.picked });
  return {
    ...kept,
    shown,
    preselected: start?.rollBackTo === undefined ? preselectedVersions(shown.pack) : currentVersions(shown),
    picked: Object.fromEntries(picked.filter(([componentId]) => staying.has(componentId))),
    unavailable: {},
  };
}

/** A roll-back leaves alone what is not part of it; only what was never released gets the preselected version. */
function currentVersions({ pack }: WizardPack): ComponentVersions {
  const current = pack.components
    .filter(({ currentVersion, deleted }) => currentVersion !== "" && !deleted)
    .map(({ componentId, currentVersion }) => [componentId, currentVersion] as const);
  return { ...preselectedVersions(pack), ...Object.fromEntries(current) };
}

/** Once the versions are known: which of the chosen ones cannot be released. */
function checkAvailability(state: WizardState): WizardState {
  const { kept, received } = state;
  const { versions } = received;
  if (!kept.shown || !versions) return state;
  const chosen = chosenVersions({ ...kept, unavailable: {} });
  const unavailable = kept.shown.pack.components.flatMap(({ componentId, currentVersion }) => {
    const version = chosen[componentId] ?? "";
    const known = versions[componentId];
    if (version === "" || version === currentVersion || !known) return [];
    const found = known.find(({ packageVersion }) => packageVersion === version);
    return found && canBeChosen(found) ? [] : [[componentId, version] as const];
  });
  return { ...state, kept: { ...kept, unavailable: Object.fromEntries(unavailable) } };
}
