import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import { maximumComponents } from "../../pack/pack.ts";
import type { ReleasePlan } from "../releasePlan.ts";

// The same schema as media/release-plan.schema.json, as code. A test compares the two.

const text = v.pipe(
  v.string(),
  // Such a text has no UTF-8 form, so it has no hash (RFC 8785).
  v.check(
    (value) => value.isWellFormed(),
    () => l10n.t("it has half of a character"),
  ),
);
const filledText = v.pipe(
  text,
  v.minLength(1, () => l10n.t("it must not be empty")),
);
const localDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, () => l10n.t("it must be a date in the form yyyy-MM-dd")),
);

const target = v.variant("backend", [
  v.strictObject({ backend: v.literal("local") }),
  v.strictObject({
    backend: v.literal("platform"),
    baseUrl: filledText,
    accountId: filledText,
    scheduleWith: v.optional(v.picklist(["platform", "workspace"])),
  }),
]);

const component = v.strictObject({
  componentId: filledText,
  name: text,
  from: text,
  to: v.nullable(filledText),
  packageId: v.optional(filledText),
});

const pack = v.strictObject({
  packId: filledText,
  name: text,
  replaces: v.optional(v.strictObject({ date: localDate, timeZone: v.optional(filledText) })),
  // The number comes first: a file with far too many components is refused at once.
  components: v.pipe(
    v.array(v.unknown()),
    v.maxLength(maximumComponents, () => l10n.t("a pack has at most {0} components", maximumComponents)),
    v.array(component),
  ),
});

/** The form of a release plan. `checkPlanRules` checks how its parts relate. */
export const plainPlanSchema = v.strictObject({
  planVersion: v.literal(1),
  name: v.optional(text),
  notes: v.optional(text),
  target,
  date: v.optional(localDate),
  timeZone: v.optional(filledText),
  packs: v.pipe(
    v.array(pack),
    v.minLength(1, () => l10n.t("a plan has at least one pack")),
  ),
}) satisfies v.GenericSchema<unknown, ReleasePlan>;

/** The form of a release plan in a file, which loses its `$schema`. */
export const planSchema: v.GenericSchema<unknown, ReleasePlan> = v.pipe(
  v.strictObject({ $schema: v.optional(v.string()), ...plainPlanSchema.entries }),
  v.transform(({ $schema: _, ...plan }) => plan),
);
