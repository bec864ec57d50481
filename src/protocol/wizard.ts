import * as v from "valibot";
import type { PackSharing } from "../model/pack/accountGroup.ts";
import type { IntegrationPack } from "../model/pack/pack.ts";
import type { PackagedVersion } from "../model/pack/packagedVersion.ts";
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

/** The packaged versions by component id, newest first. */
export type VersionsOfComponents = Readonly<Record<string, readonly PackagedVersion[]>>;

/** From the extension to the page. */
export type WizardMessage =
  /** Messages that the page renders at once. */
  | { readonly type: "several"; readonly messages: readonly WizardMessage[] }
  /** Answers `ready` and `reload`, and follows every change. */
  | ({ readonly type: "pack" } & WizardPack)
  /** The packaged versions of the pack's components. Follows the pack. */
  | { readonly type: "versions"; readonly versions: VersionsOfComponents }
  | { readonly type: "versionsFailed"; readonly message: string }
  | { readonly type: "sharing"; readonly sharing: PackSharing }
  /** The pack could not be read. */
  | { readonly type: "packFailed"; readonly code: ShownErrorCode; readonly message: string }
  /** A command opened the wizard: the page starts over. */
  | { readonly type: "start"; readonly start: WizardStart }
  /** The submission is under way. */
  | { readonly type: "progress"; readonly step: string }
  | { readonly type: "released"; readonly releaseId: string; readonly releasedAt: string }
  | { readonly type: "scheduled"; readonly schedule: ReleaseSchedule }
  | { readonly type: "rejected"; readonly code: ShownErrorCode; readonly message: string }
  | DetailsAnswer
  | Refusal;

/** What the user confirmed. Sent once for each press of the button. */
const confirmedSchema = {
  versions: componentVersionsSchema,
  /** The fingerprint of the pack that the page shows. */
  expected: v.string(),
  /** Whether the page says that the release replaces or changes a scheduled one. */
  replaceScheduled: v.boolean(),
};

/** From the page to the extension, which checks every message. */
export const wizardRequestSchema = v.variant("type", [
  /** The page is loaded and listens. What it has, from its document or its stored state, may be old. */
  v.strictObject({ type: v.literal("ready") }),
  v.strictObject({ type: v.literal("reload") }),
  v.strictObject({ type: v.literal("release"), ...confirmedSchema }),
  v.strictObject({ type: v.literal("schedule"), ...confirmedSchema, date: v.string(), timeZone: v.string() }),
  v.strictObject({ type: v.literal("undelete"), componentId: v.string() }),
  /** Which components leave a pack whose doubt is `leaving`. All others stay. */
  v.strictObject({ type: v.literal("confirmLeaving"), componentIds: v.array(v.string()) }),
  v.strictObject({ type: v.literal("close") }),
  v.strictObject({ type: v.literal("showPack") }),
  v.strictObject({ type: v.literal("addToAccountGroup") }),
  v.strictObject({ type: v.literal("signIn") }),
  v.strictObject({
    type: v.literal("compare"),
    versions: componentVersionsSchema,
    componentId: v.optional(v.string()),
  }),
  v.strictObject({
    type: v.literal("releaseNotes"),
    versions: componentVersionsSchema,
    action: v.picklist(["open", "copy"]),
    releaseId: v.optional(v.string()),
  }),
  v.strictObject({ type: v.literal("selectTimeZone") }),
  loadDetailsSchema,
  copySchema,
]);

export type WizardRequest = v.InferOutput<typeof wizardRequestSchema>;

/** A press of the button that releases or schedules. */
export type ConfirmedRequest = Extract<WizardRequest, { type: "release" | "schedule" }>;

/** The part of the page's stored state by which the extension restores the panel after a reload of the window. */
export const wizardStateSchema = v.object({ packId: v.string() });

/** What a wizard releases. */
export type WizardSubject = v.InferOutput<typeof wizardStateSchema>;
