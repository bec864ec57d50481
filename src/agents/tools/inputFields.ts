import * as v from "valibot";

// The fields that the inputs of several tools have. Their limits keep an answer and the search for it small.

/** The longest id, in code units. Real ones have less than 100. */
const longestId = 200;

/** The id of a pack, a component, and the like. */
export function idField(description: string) {
  return v.pipe(v.string(), v.minLength(1), v.maxLength(longestId), v.description(description));
}

/** A short text. */
export function textField(description: string, maximum: number) {
  return v.pipe(v.string(), v.maxLength(maximum), v.description(description));
}

/** The id of the pack that a tool is about. */
export const packIdField = idField("The packId of the pack, as list_packs answers it.");

/** A release plan; `parsePlan` checks it. */
export const planField = v.pipe(
  v.record(v.string(), v.unknown()),
  v.description("The release plan: the plan of draft_plan, or the JSON of a *.release-plan.json file."),
);

/** Where a page begins. */
export const offsetField = v.optional(
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.description("The nextOffset of the previous page. Left out for the first page."),
  ),
);
