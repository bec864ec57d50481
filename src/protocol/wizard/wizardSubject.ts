import * as v from "valibot";

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
