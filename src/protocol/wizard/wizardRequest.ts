import * as v from "valibot";
import { componentVersionsSchema } from "../../model/release/componentVersionsSchema.ts";
import { copySchema, loadDetailsSchema } from "../details.ts";

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
