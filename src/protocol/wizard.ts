import type { RolloutCounts } from "../model/installation/countInstallations.ts";
import * as v from "valibot";
import type { PlanApplication } from "../model/plan/application/planApplication.ts";
import type { PlanOutcome } from "../model/plan/application/planOutcome.ts";
import type { PackSharing } from "../model/pack/accountGroup.ts";
import type { IntegrationPack, NamedPack } from "../model/pack/pack.ts";
import type { PackagedVersion } from "../model/pack/packagedVersion.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";
import { componentVersionsSchema } from "../model/release/componentVersionsSchema.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import type { ReleaseSchedule } from "../model/schedule/scheduledRelease.ts";
import { copySchema, loadDetailsSchema, type DetailsAnswer } from "./details.ts";
import type { Refusal, ShownErrorCode } from "./refusal.ts";

// The messages between the extension and the page of the wizard.

/** What a command opens the wizard with. What is left out is preselected. */
export interface WizardStart {
  readonly option: ReleaseOption;
  /** Versions to choose, such as those of a scheduled or an earlier release. */
  readonly versions?: ComponentVersions;
  /** `yyyy-MM-dd`. */
  readonly date?: string;
  /** The ISO instant of the release that is rolled back to. */
  readonly rollBackTo?: string;
  /** The names of the components of that release that are not in the pack now. */
  readonly removed?: readonly string[];
  /** The versions are those of a release plan. Components that were never released and are not in it are left out. */
  readonly isPlanned?: true;
  /** Left out where one pack is released. */
  readonly several?: SeveralStart;
}

/** What the wizard for several packs is opened with, beside its option and its date. */
export interface SeveralStart {
  /** In the order in which they are released. */
  readonly packs: readonly PackStart[];
  /** The name of the release plan. */
  readonly planName: string;
  /** The plan that the wizard was opened with, exactly as it was reviewed. Left out where the packs were selected. */
  readonly plan?: ReleasePlan;
  /** The URI of the plan's file. Left out where it has none. */
  readonly file?: string;
}

/** One of several packs. */
export interface PackStart extends NamedPack {
  /** The versions to choose. What is left out is preselected. */
  readonly versions?: ComponentVersions;
}

/** *Release immediately* or *Release on specified date*. */
export type ReleaseOption = "immediate" | "date";

/** What the wizard offers on the current backend. */
export interface WizardCapabilities {
  readonly canSchedule: boolean;
  readonly canUndelete: boolean;
  /** Nobody knows in which zone the date of a scheduled release begins. Left out where the zone of dates counts. */
  readonly hasUncertainZone?: true;
  /**
   * From the scheduling until the date, the update is pending for accounts: it can be applied `here`, only `byAccounts`
   * themselves, or no account sees it (`none`).
   */
  readonly pendingUpdates: "here" | "byAccounts" | "none";
  /** Whether a person can say which components leave a pack, where that is in doubt. */
  readonly canConfirmLeaving: boolean;
  readonly actions: readonly WizardActionName[];
}

/** An action that another part of the extension does. */
export type WizardActionName = "compare" | "releaseNotes" | "addToAccountGroup" | "signIn";

/** The pack and what the wizard needs to know with it, as of one reading. */
export interface WizardPack {
  readonly pack: IntegrationPack;
  readonly capabilities: WizardCapabilities;
  /** The IANA zone of dates. Left out when none is known. */
  readonly timeZone?: string;
  /** Why no zone is known, and what to do. */
  readonly timeZoneProblem?: string;
  /** The value of `integrationPacks.release.branch`; `""` when no branch is preferred. */
  readonly releaseBranch: string;
}

/**
 * What the accounts with the pack run, before and after the submission. Left out of a message where no account has the pack, or
 * the backend does not know what they run.
 */
export interface Rollout {
  readonly before: RolloutCounts;
  readonly after: RolloutCounts;
}

/** The packaged versions by component id, newest first. */
export type VersionsOfComponents = Readonly<Record<string, readonly PackagedVersion[]>>;

/** From the extension to the page. */
export type WizardMessage =
  /** Messages that the page renders at once. */
  | { readonly type: "several"; readonly messages: readonly WizardMessage[] }
  /** Answers `ready` and `reload`, and follows every change: one for each pack of the wizard. */
  | ({ readonly type: "pack" } & WizardPack)
  /** The packaged versions of the components of all packs. Follows the packs. */
  | { readonly type: "versions"; readonly versions: VersionsOfComponents }
  | { readonly type: "versionsFailed"; readonly message: string }
  | { readonly type: "sharing"; readonly packId: string; readonly sharing: PackSharing }
  /** The pack could not be read. `packId` is left out where no pack could. */
  | {
      readonly type: "packFailed";
      readonly packId?: string;
      readonly code: ShownErrorCode;
      readonly message: string;
    }
  /** A command opened the wizard: the page starts over. */
  | { readonly type: "start"; readonly start: WizardStart }
  /** The submission is under way. */
  | { readonly type: "progress"; readonly step: string }
  | {
      readonly type: "released";
      readonly releaseId: string;
      readonly releasedAt: string;
      readonly rollout?: Rollout;
    }
  | { readonly type: "scheduled"; readonly schedule: ReleaseSchedule; readonly rollout?: Rollout }
  | { readonly type: "rejected"; readonly code: ShownErrorCode; readonly message: string }
  | PlanMessage
  | DetailsAnswer
  | Refusal;

/** From the extension to the page of a wizard for several packs. */
export type PlanMessage =
  /** Why each pack no longer fits the plan that the wizard was opened with, as sentences. None where all fit. */
  | { readonly type: "planDrift"; readonly packs: readonly PackDrift[] }
  /** The plan's file changed after the wizard was opened. */
  | { readonly type: "planFileChanged"; readonly isChanged: boolean }
  /** Another backend, address or account is open than the packs are from. */
  | { readonly type: "otherTarget"; readonly isOther: boolean; readonly message?: string }
  /** The person chose the pack whose released versions the pack takes. */
  | { readonly type: "takenVersions"; readonly packId: string; readonly from: IntegrationPack }
  /** The plan that is applied from now on. */
  | { readonly type: "planSent"; readonly plan: ReleasePlan }
  | { readonly type: "planProgress"; readonly application: PlanApplication; readonly step?: string }
  | { readonly type: "planOutcome"; readonly outcome: PlanOutcome }
  /** Nothing was sent. */
  | { readonly type: "planRejected"; readonly code: ShownErrorCode; readonly message: string };

/** Why a pack no longer fits a plan. */
export interface PackDrift {
  readonly packId: string;
  readonly differences: readonly string[];
}

/** What the user confirmed. Sent once for each press of the button. */
const confirmedSchema = {
  versions: componentVersionsSchema,
  /** The ids of components that were never released and are left out. */
  leftOut: v.array(v.string()),
  /** The fingerprint of the pack that the page shows. */
  expected: v.string(),
  /** Whether the page says that the release replaces or changes a scheduled one. */
  replaceScheduled: v.boolean(),
};

/** The release plan that the page shows. */
const shownPlanSchema = {
  name: v.optional(v.string()),
  /** `yyyy-MM-dd`; left out to release immediately. */
  date: v.optional(v.string()),
  /** The IANA zone of the date. */
  timeZone: v.optional(v.string()),
  /** In the order in which they are released. */
  packs: v.pipe(
    v.array(
      v.strictObject({
        packId: v.string(),
        versions: componentVersionsSchema,
        /** The fingerprint of the pack that the page shows. */
        expected: v.string(),
      }),
    ),
    v.minLength(1),
  ),
};

/** The pack of the request, where the wizard has several. */
const ofPack = { packId: v.optional(v.string()) };

/** From the page to the extension, which checks every message. */
export const wizardRequestSchema = v.variant("type", [
  /** The page is loaded and listens. What it has, from its document or its stored state, may be old. */
  v.strictObject({ type: v.literal("ready") }),
  v.strictObject({ type: v.literal("reload") }),
  v.strictObject({ type: v.literal("release"), ...confirmedSchema }),
  v.strictObject({ type: v.literal("schedule"), ...confirmedSchema, date: v.string(), timeZone: v.string() }),
  v.strictObject({ type: v.literal("undelete"), ...ofPack, componentId: v.string() }),
  /** Which components leave a pack whose doubt is `leaving`. All others stay. */
  v.strictObject({ type: v.literal("confirmLeaving"), ...ofPack, componentIds: v.array(v.string()) }),
  v.strictObject({ type: v.literal("close") }),
  v.strictObject({ type: v.literal("showPack"), ...ofPack }),
  v.strictObject({ type: v.literal("addToAccountGroup"), ...ofPack }),
  v.strictObject({ type: v.literal("signIn") }),
  v.strictObject({ type: v.literal("showLog") }),
  v.strictObject({
    type: v.literal("compare"),
    ...ofPack,
    versions: componentVersionsSchema,
    componentId: v.optional(v.string()),
  }),
  v.strictObject({
    type: v.literal("releaseNotes"),
    ...ofPack,
    versions: componentVersionsSchema,
    action: v.picklist(["open", "copy"]),
    releaseId: v.optional(v.string()),
  }),
  v.strictObject({ type: v.literal("selectTimeZone") }),
  /** Asks for another pack, whose released versions the pack takes. */
  v.strictObject({ type: v.literal("takeVersions"), packId: v.string() }),
  /** Asks where to save the plan as a file. */
  v.strictObject({ type: v.literal("savePlan"), ...shownPlanSchema }),
  /** Opens the wizard anew with the plan as its file is now. */
  v.strictObject({ type: v.literal("reopenPlan") }),
  v.strictObject({ type: v.literal("applyPlan"), ...shownPlanSchema }),
  /** Applies a plan again that the extension sent with `planSent`. */
  v.strictObject({
    type: v.literal("applyAgain"),
    plan: v.unknown(),
    /** The release ids of unknown outcomes that the person confirmed to send again. */
    sendAgain: v.array(v.string()),
  }),
  /** Stops after the pack that is being sent. */
  v.strictObject({ type: v.literal("stopPlan") }),
  loadDetailsSchema,
  copySchema,
]);

export type WizardRequest = v.InferOutput<typeof wizardRequestSchema>;

/** A press of the button that releases or schedules. */
export type ConfirmedRequest = Extract<WizardRequest, { type: "release" | "schedule" }>;

/** A press of the button that releases or schedules several packs, or that saves their plan. */
export type ShownPlanRequest = Extract<WizardRequest, { type: "applyPlan" | "savePlan" }>;

/** The release plan that the page shows. */
export type ShownPlan = Omit<ShownPlanRequest, "type">;

/** The part of the page's stored state by which the extension restores the panel after a reload of the window. */
export const wizardStateSchema = v.union([
  v.object({ packId: v.string() }),
  v.object({
    packIds: v.pipe(v.array(v.string()), v.minLength(1)),
    plan: v.optional(
      v.object({
        /** The plan that the wizard was opened with. */
        opened: v.unknown(),
        /** The URI of its file; left out where it has none. */
        file: v.optional(v.string()),
      }),
    ),
  }),
]);

/** What a wizard releases: one pack, or several, which may come from a release plan. */
export type WizardSubject = v.InferOutput<typeof wizardStateSchema>;

/** Several packs. */
export type SeveralSubject = Extract<WizardSubject, { packIds: readonly string[] }>;
