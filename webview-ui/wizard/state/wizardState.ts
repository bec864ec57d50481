import type { PackSharing } from "../../../src/model/pack/accountGroup.ts";
import type { NamedPack } from "../../../src/model/pack/pack.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { ReleaseSchedule } from "../../../src/model/schedule/scheduledRelease.ts";
import type { ShownErrorCode } from "../../../src/protocol/refusal.ts";
import type { ConfirmedRequest } from "../../../src/protocol/wizard/wizardRequest.ts";
import type { ReleaseOption, WizardStart } from "../../../src/protocol/wizard/wizardStart.ts";
import type { Rollout, VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import type { DetailsContents } from "../../details/detailsContents.ts";
import type { TableView } from "../versions/tableView.ts";
import type { SeveralState } from "./severalState.ts";

/** The wizard as one of its packs sees it: what concerns all packs, and what concerns this one. `PageState` has all of them. */
export interface WizardState {
  readonly stored: StoredState;
  readonly received: ReceivedState;
}

/** The user's choices and what the user saw. The page stores it while it is hidden and over a reload of the window. */
export interface StoredState extends SharedChoices, PackChoices {}

/** The choices that concern all packs of the wizard. */
export interface SharedChoices {
  readonly step: "versions" | "schedule";
  readonly option: ReleaseOption;
  /** `yyyy-MM-dd`, or an incomplete input. */
  readonly date: string;
  /** Which rows of the table the user looks at; left out for all. */
  readonly view?: TableView;
  readonly submission?: Submission;
  /** The request of the last press of the button that releases or schedules. */
  readonly confirmed?: ConfirmedRequest;
  readonly outcome?: Outcome;
  /** Left out where the wizard is for one pack. */
  readonly several?: SeveralState;
}

/** The choices that concern one pack. */
export interface PackChoices {
  /** The id and name of one of several packs. */
  readonly named?: NamedPack;
  readonly start?: WizardStart;
  /** The user left the pack out of the release. */
  readonly isLeftOut?: boolean;
  /** The pack whose released versions this one took. */
  readonly taken?: TakenVersions;
  /** The pack as the page shows it. */
  readonly shown?: WizardPack;
  /** A later state of the pack, which the user has not accepted yet. */
  readonly arrived?: WizardPack;
  readonly notice?: Notice;
  /** The preselection when the pack was shown. A version that is packaged later does not change it. */
  readonly preselected: ComponentVersions;
  /** The preselection waits for the packaged versions, whose branches count (rule 5). */
  readonly isPreselectionOpen?: boolean;
  /** The versions that the user picked or that the wizard was opened with. */
  readonly picked: ComponentVersions;
  /** The open dialog *Select Version*. */
  readonly selecting?: VersionSelection;
  /** The components whose Deleted mark the user takes away: the pack that comes back without it is no surprise. */
  readonly undeleting?: readonly string[];
  /** Chosen versions that can no longer be released. The user has to pick others. */
  readonly unavailable: ComponentVersions;
}

/** What the user selects in the dialog *Select Version*. */
export interface VersionSelection {
  readonly componentId: string;
  readonly packageVersion: string;
  /** The text that finds versions. */
  readonly search: string;
}

/** The versions that a pack took from another one. */
export interface TakenVersions {
  /** The name of the other pack. */
  readonly from: string;
  /** The names of the components that the other pack lacks or never released. They stay as they are. */
  readonly unchanged: readonly string[];
}

/** What the extension sends whenever the page is loaded. */
export interface ReceivedState extends SharedReading, PackReading {}

/** What the extension sends about all packs. */
export interface SharedReading {
  /** Why the packs could not be read. */
  readonly problem?: Problem;
  readonly versions?: VersionsOfComponents;
  /** The versions that the page showed before it was loaded again. They are shown until `versions` arrive. */
  readonly seenVersions?: VersionsOfComponents;
  /** The versions were read after the pack that arrived last. */
  readonly areVersionsCurrent?: boolean;
  /** Why the versions could not be read. */
  readonly versionsProblem?: string;
  /** The packaged version whose details are shown in place of the step. */
  readonly details?: ShownDetails;
  /** Why another backend, address or account is open than the packs are from. */
  readonly otherTarget?: string;
  /** Whether the file of the plan changed after the wizard was opened with it. */
  readonly isPlanFileChanged?: boolean;
}

/** What the extension sends about one pack. */
export interface PackReading {
  readonly sharing?: PackSharing;
  /** Why this one of several packs could not be read. */
  readonly packProblem?: Problem;
  /** Why the pack no longer fits the plan that the wizard was opened with, as sentences. */
  readonly drift?: readonly string[];
  /** The component in whose row the user last opened details, and where the focus returns to. */
  readonly cameFrom?: string;
  /** The direction in which the user last moved the pack: the focus stays on that link. */
  readonly moved?: "up" | "down";
}

/** The details of a packaged version in place of the step. */
export interface ShownDetails {
  readonly packageId: string;
  /** The component and its version. */
  readonly title: string;
  readonly contents: DetailsContents;
}

/** An error from the extension. */
export interface Problem {
  readonly code: ShownErrorCode;
  readonly message: string;
}

/**
 * The last press of the button that releases or schedules. `unconfirmed`: the page was not loaded while the submission was
 * under way, and the extension has not reported its state yet.
 */
export type Submission =
  | { readonly state: "underWay"; readonly step?: string }
  | { readonly state: "unconfirmed" }
  | ({ readonly state: "rejected" } & Problem);

/** A successful submission, with the changes that the user confirmed. */
export type Outcome =
  | {
      readonly kind: "released";
      readonly releaseId: string;
      readonly releasedAt: string;
      readonly changes: readonly ReleaseChange[];
      readonly rollout?: Rollout;
    }
  | {
      readonly kind: "scheduled";
      readonly schedule: ReleaseSchedule;
      readonly changes: readonly ReleaseChange[];
      readonly rollout?: Rollout;
    };

/** What changed in the pack while the wizard was open. The user reads it before the wizard continues. */
export interface Notice {
  readonly changes: readonly string[];
  readonly cause: NoticeCause;
}

/**
 * Why the user reads a notice: `others` changed the pack; the window was `reloaded` while a submission was under way; the
 * outcome of the last submission is `unknown`.
 */
export type NoticeCause = "others" | "reloaded" | "unknown";

/** A pack before the user chose anything in it. */
export const nothingPicked: PackChoices = { preselected: {}, picked: {}, unavailable: {} };

/** The stored state before the user chose anything. */
export const nothingChosen: StoredState = {
  step: "versions",
  option: "immediate",
  date: "",
  ...nothingPicked,
};

/** The state of a page that was just loaded, with the state that it stored before, if any. */
export function initialState(stored: StoredState = nothingChosen): WizardState {
  const wasUnderWay = stored.submission?.state === "underWay";
  return {
    stored: wasUnderWay ? { ...stored, submission: { state: "unconfirmed" } } : stored,
    received: {},
  };
}

/** Whether the user pressed the button and the page has not received the outcome. */
export function isSubmitted({ stored: { submission } }: WizardState): boolean {
  return submission?.state === "underWay" || submission?.state === "unconfirmed";
}

/** The stored state without a notice about changes. */
export function withoutNotice<T extends StoredState>(stored: T): Omit<T, "notice" | "arrived"> {
  const { notice: _notice, arrived: _arrived, ...rest } = stored;
  return rest;
}
