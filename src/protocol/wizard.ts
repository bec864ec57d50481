import * as v from "valibot";
import { copySchema, loadDetailsSchema, type DetailsAnswer } from "./details.ts";
import type { ErrorCode } from "../errors/errors.ts";
import type { PackSharing } from "../model/pack/accountGroup.ts";
import { componentVersionsSchema } from "../model/release/componentVersionsSchema.ts";
import type { IntegrationPack } from "../model/pack/pack.ts";
import type { PackagedVersion } from "../model/pack/packagedVersion.ts";
import type { ComponentVersions } from "../model/release/release.ts";

/** What the wizard is opened with; what is left out is preselected. */
export interface WizardStart {
  readonly option: ReleaseOption;
  /** Versions to choose, such as those of a scheduled or an earlier release. */
  readonly versions?: ComponentVersions;
  /** `yyyy-MM-dd`. */
  readonly date?: string;
  /** When the release whose versions are to come back was made, ISO instant. */
  readonly rollBackTo?: string;
  /** The names of components that were in that release and are not in the pack any more. */
  readonly removed?: readonly string[];
}

/** *Release immediately* or *Release on specified date*. */
export type ReleaseOption = "immediate" | "date";

/** What the backend offers beyond releasing, as far as the wizard shows it. */
export interface WizardCapabilities {
  readonly canSchedule: boolean;
  /** In words, where the dates of scheduled releases mean one zone whatever the settings say. */
  readonly fixedTimeZone?: string;
  /** Whether accounts can apply a pending update before the date. */
  readonly appliesPendingUpdates: boolean;
  /** Which of `WizardActions` there are. */
  readonly actions: readonly WizardActionName[];
}

/** An action that the wizard leaves to another part of the extension. */
export type WizardActionName = "compare" | "releaseNotes" | "addToAccountGroup" | "signIn";

/** Everything about the pack that the wizard shows, as it was read at one time. */
export interface WizardPack {
  readonly pack: IntegrationPack;
  readonly capabilities: WizardCapabilities;
  /** The IANA zone that a date is meant in. */
  readonly timeZone: string;
}

/** `Unexpected` is an error that nobody foresaw. */
export type WizardErrorCode = ErrorCode | "Unexpected";

/** From the extension to the webview. */
export type WizardMessage =
  /** What belongs together and is there at once, so that the page is drawn once. */
  | { readonly type: "several"; readonly messages: readonly WizardMessage[] }
  /** Answers `ready` and `reload`, and follows every change of the data. */
  | ({ readonly type: "pack" } & WizardPack)
  /** The packaged versions of the pack's components; comes after the pack that it belongs to. */
  | { readonly type: "versions"; readonly versions: Readonly<Record<string, readonly PackagedVersion[]>> }
  | { readonly type: "versionsFailed"; readonly message: string }
  | { readonly type: "sharing"; readonly sharing: PackSharing }
  /** The pack could not be read. */
  | { readonly type: "packFailed"; readonly code: WizardErrorCode; readonly message: string }
  /** The wizard was opened again while it was open, with something to begin with. */
  | { readonly type: "start"; readonly start: WizardStart }
  | { readonly type: "progress"; readonly step: string }
  | { readonly type: "released"; readonly releaseId: string; readonly releasedAt: string }
  | { readonly type: "scheduled"; readonly date: string; readonly timeZone: string }
  | { readonly type: "rejected"; readonly code: WizardErrorCode; readonly message: string }
  | DetailsAnswer;

/** What the user confirmed: it is sent once for each press of the button. */
const confirmedSchema = {
  versions: componentVersionsSchema,
  /** The fingerprint of the pack that was shown. */
  expected: v.string(),
  /** The user was told that a scheduled release is replaced or changed. */
  replaceScheduled: v.boolean(),
};

/** From the webview to the extension. Checked before it is used. */
export const wizardRequestSchema = v.variant("type", [
  /** The page listens. What it has by then, from its document or from before it was hidden, may be old. */
  v.strictObject({ type: v.literal("ready") }),
  v.strictObject({ type: v.literal("reload") }),
  v.strictObject({ type: v.literal("release"), ...confirmedSchema }),
  v.strictObject({ type: v.literal("schedule"), ...confirmedSchema, date: v.string(), timeZone: v.string() }),
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
  v.strictObject({ type: v.literal("openTimeZoneSetting") }),
  loadDetailsSchema,
  copySchema,
]);

export type WizardRequest = v.InferOutput<typeof wizardRequestSchema>;

/** The part of the page's stored state by which the extension restores the panel after a reload of the window. */
export const wizardStateSchema = v.object({ packId: v.string() });

/** What a wizard releases. */
export type WizardSubject = v.InferOutput<typeof wizardStateSchema>;
