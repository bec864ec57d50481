import * as v from "valibot";
import { componentVersionsSchema } from "../model/pack/componentVersionsSchema.ts";

const comparedSchema = { before: componentVersionsSchema, after: componentVersionsSchema };

/** What a document is about. It is in its URI as a whole, so that VS Code can bring the document back after a reload. */
const contentSchema = v.variant("kind", [
  /** One included component of a packaged version, as XML. */
  v.strictObject({ kind: v.literal("xml"), packageId: v.string(), componentId: v.string() }),
  /** One side of a comparison in words. */
  v.strictObject({
    kind: v.literal("summary"),
    title: v.string(),
    side: v.picklist(["before", "after"]),
    ...comparedSchema,
  }),
  /** What a release brings, as Markdown. */
  v.strictObject({
    kind: v.literal("releaseNotes"),
    packId: v.string(),
    /** How the release stands, such as when it was made. */
    state: v.string(),
    ...comparedSchema,
  }),
]);

export type DocumentContent = v.InferOutput<typeof contentSchema>;

/** What the document with this query of its URI is about; nothing when `documentUri` did not make it. */
export function documentContent(query: string): DocumentContent | undefined {
  try {
    const content = v.safeParse(contentSchema, JSON.parse(query));
    return content.success ? content.output : undefined;
  } catch {
    return undefined;
  }
}
