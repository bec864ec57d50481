import * as v from "valibot";
import * as vscode from "vscode";

/** The scheme of the read-only documents that comparisons and release notes consist of. */
export const documentScheme = "integration-packs";

const versionsSchema = v.record(v.string(), v.string());
const comparedSchema = { before: versionsSchema, after: versionsSchema };

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

/** The URI of a document. The path only names it: folders first, then what the tab is to say. */
export function documentUri(path: readonly string[], content: DocumentContent): vscode.Uri {
  return vscode.Uri.from({
    scheme: documentScheme,
    path: `/${path.map(asPathPart).join("/")}`,
    query: JSON.stringify(content),
  });
}

/** What the document is about; nothing when the URI was not made by `documentUri`. */
export function documentContent(uri: vscode.Uri): DocumentContent | undefined {
  try {
    const content = v.safeParse(contentSchema, JSON.parse(uri.query));
    return content.success ? content.output : undefined;
  } catch {
    return undefined;
  }
}

/** A name as one part of a path: without what would separate parts, go up, or turn the text around. */
function asPathPart(name: string): string {
  const part = name
    .replaceAll("/", "⁄")
    .replaceAll("\\", "⧵")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
    .trim();
  return /^\.*$/.test(part) ? `_${part}` : part;
}
