import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import type { AdoptedVersions } from "../../backend/facets/planFacet.ts";
import { errors } from "../../errors/errors.ts";
import { formatVersion, planHashSchema } from "../../model/report/reportSchemas.ts";
import { plainPlanSchema } from "../../model/plan/file/planSchema.ts";
import { formatPlan } from "../../model/plan/file/formatPlan.ts";
import { idField, textField } from "./inputFields.ts";
import { defineTool } from "./tool.ts";

/** The number of packs that a plan of an agent can have. */
const mostPacks = 50;

/** The length of the plan in an answer, in code units of its file. */
const longestPlan = 200_000;

/** What a pack did not take of the pack of `versionsFrom`. */
const adoptedSchema: v.GenericSchema<unknown, AdoptedVersions> = v.strictObject({
  packId: v.string(),
  unchanged: v.pipe(
    v.array(v.strictObject({ componentId: v.string(), name: v.string() })),
    v.description("The components that the other pack lacks. They stay as they are."),
  ),
  absent: v.pipe(
    v.array(v.string()),
    v.description("The componentIds that only the other pack has. They are not added."),
  ),
});

/** Drafts a release plan. */
export const draftPlan = defineTool({
  name: "draft_plan",
  title: "Draft Release Plan",
  description:
    "Drafts a release plan for some packs from the versions that the release wizard preselects, or from those that another pack has released (versionsFrom). It answers the plan and its hash, writes no file and releases nothing. A person reviews and applies a plan: offer to save it as NAME.release-plan.json.",
  input: v.pipe(
    v.strictObject({
      packIds: v.optional(
        v.pipe(
          v.array(idField("The packId of a pack.")),
          v.minLength(1),
          v.maxLength(mostPacks),
          v.description("The packs in the order in which they are released. Left out with all."),
        ),
      ),
      all: v.optional(
        v.pipe(
          v.literal(true),
          v.description("All packs that can be released, by name, instead of packIds."),
        ),
      ),
      versionsFrom: v.optional(idField("The packId of a pack whose released versions the packs take.")),
      date: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^\d{4}-\d{2}-\d{2}$/),
          v.description("The date of the release, yyyy-MM-dd, after today. Left out: immediately."),
        ),
      ),
      timeZone: v.optional(textField("The IANA time zone of the date, such as Europe/Berlin.", 100)),
      scheduleWith: v.optional(
        v.pipe(
          v.picklist(["platform", "workspace"]),
          v.description("Who runs the release on its date, on the Boomi Platform only."),
        ),
      ),
      name: v.optional(textField("The name of the plan.", 200)),
      notes: v.optional(textField("Why, for those who review the plan.", 5_000)),
    }),
    v.check(
      ({ packIds, all }) => (packIds === undefined) !== (all === undefined),
      () => l10n.t("give either packIds or all"),
    ),
  ),
  output: v.strictObject({
    formatVersion,
    planHash: planHashSchema,
    plan: plainPlanSchema,
    adopted: v.optional(v.array(adoptedSchema)),
  }),
  async run({ backend, timeZone, releaseBranch }, { packIds, all: _, ...wish }) {
    const { plans } = await backend();
    const defaultTimeZone = timeZone();
    const draft = await plans.draft({
      ...wish,
      packIds: packIds ?? "all",
      releaseBranch: releaseBranch(),
      ...(defaultTimeZone !== undefined && { defaultTimeZone }),
    });
    if (formatPlan(draft.plan).length > longestPlan) throw planTooLong();
    const { plan, planHash, adopted } = draft;
    return { formatVersion: 1 as const, planHash, plan, ...(adopted.length > 0 && { adopted }) };
  },
});

function planTooLong(): Error {
  return errors.invalidRequest(
    l10n.t(
      "The release plan is too long for an answer. Draft plans for fewer packs, or draft it on the command line.",
    ),
  );
}
