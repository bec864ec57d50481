import * as v from "valibot";
import { count } from "../../model/report/reportSchemas.ts";

/** The longest XML in an answer, in bytes of UTF-8. */
const longestXml = 20_000;

/** The number of equal lines that an excerpt shows before the first difference. */
const linesBefore = 3;

/** The form of a part of a component's XML. */
export const xmlExcerptSchema = v.strictObject({
  text: v.string(),
  fromLine: v.pipe(count, v.description("The line of the XML at which the text begins, from 1.")),
  cut: v.pipe(v.boolean(), v.description("Whether the text is not the whole XML.")),
});

/** A part of a component's XML. */
export type XmlExcerpt = v.InferOutput<typeof xmlExcerptSchema>;

/**
 * Both XMLs, whole where they fit into an answer together. Otherwise each from shortly before their first difference, as much
 * of it as fits.
 */
export function xmlExcerpts(before: string, after: string): { before: XmlExcerpt; after: XmlExcerpt } {
  if (bytesOf(before) + bytesOf(after) <= longestXml) return { before: whole(before), after: whole(after) };
  const start = Math.max(0, firstDifference(before.split("\n"), after.split("\n")) - linesBefore);
  return { before: excerpt(before, start), after: excerpt(after, start) };
}

function whole(text: string): XmlExcerpt {
  return { text, fromLine: 1, cut: false };
}

/** The lines from `start` on, from 0, as many characters of them as half of an answer has room for. */
function excerpt(xml: string, start: number): XmlExcerpt {
  const rest = xml.split("\n").slice(start).join("\n");
  const bytes = new TextEncoder().encode(rest);
  // A character that is cut in half would become a replacement character.
  const text = new TextDecoder().decode(bytes.slice(0, longestXml / 2), { stream: true });
  return { text, fromLine: start + 1, cut: text !== xml };
}

function firstDifference(before: readonly string[], after: readonly string[]): number {
  const at = before.findIndex((line, index) => line !== after[index]);
  return at === -1 ? before.length : at;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
