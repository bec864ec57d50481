import * as v from "valibot";
import { componentVersionsSchema } from "../model/release/componentVersionsSchema.ts";

const comparedSchema = { before: componentVersionsSchema, after: componentVersionsSchema };

/** The content of a document. Its URI contains all of it, so that VS Code can restore the document after a reload. */
const contentSchema = v.variant("kind", [
  /** One included component of a packaged version, as XML. */
  v.strictObject({ kind: v.literal("xml"), packageId: v.string(), componentId: v.string() }),
  /** A summary of one side of a comparison, as text. */
  v.strictObject({
    kind: v.literal("summary"),
    title: v.string(),
    side: v.picklist(["before", "after"]),
    ...comparedSchema,
  }),
  /** The notes of a release, as Markdown. */
  v.strictObject({
    kind: v.literal("releaseNotes"),
    packId: v.string(),
    /** The state of the release, such as when and by whom it was released. */
    state: v.string(),
    ...comparedSchema,
  }),
  /** The notes of all releases that come from one plan, as Markdown. */
  v.strictObject({ kind: v.literal("planNotes"), planHash: v.string() }),
]);

export type DocumentContent = v.InferOutput<typeof contentSchema>;

/** Reads the content from the query of a document's URI. Nothing when the URI is not one of `documentUri`. */
export function parseDocumentContent(query: string): DocumentContent | undefined {
  try {
    const content = v.safeParse(contentSchema, JSON.parse(query));
    return content.success ? content.output : undefined;
  } catch {
    return undefined;
  }
}
