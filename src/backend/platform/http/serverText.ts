import * as v from "valibot";
import type { HttpAnswer } from "./transport.ts";

/** What a server says is shown up to this length. */
const longestReason = 500;

/** Where a page or a message in XML is looked for, in characters from the start. */
const searched = 20_000;

const errorSchema = v.union([
  v.object({ error: v.object({ message: v.string() }) }),
  v.object({ message: v.string() }),
]);

const entities = [
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
  ["&amp;", "&"],
] as const;

/** Whether it is a web page, as proxies give it in place of an answer. */
export function isWebPage({ contentType, body }: HttpAnswer): boolean {
  if (contentType.includes("html")) return true;
  const start = withoutDeclaration(body.slice(0, 1_000).trimStart().toLowerCase());
  return ["<!doctype html", "<html"].some((tag) => start.startsWith(tag));
}

/**
 * What the platform says about a failure, in one line of at most 500 characters; `""` where it says nothing, or says it in a
 * web page. Nothing in here takes longer than the text is long, whatever a server sends.
 */
export function reasonOf(answer: HttpAnswer): string {
  return isWebPage(answer) ? "" : inOneLine(messageOf(answer.body.trim()));
}

/** Text of a server as it may be shown: in one line, and not too long. */
export function inOneLine(text: string): string {
  const line = text
    .slice(0, searched)
    .split(/\s/)
    .filter((word) => word !== "")
    .join(" ");
  return line.length > longestReason ? `${line.slice(0, longestReason).toWellFormed()}…` : line;
}

/** The content of a JSON text; nothing where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The message in one of the platform's forms of errors; any other text is the message itself. */
function messageOf(text: string): string {
  if (text.startsWith("<")) return messageInXml(text.slice(0, searched));
  const content = parseJson(text);
  if (content === undefined) return text;
  const error = v.safeParse(errorSchema, content);
  if (!error.success) return "";
  return "error" in error.output ? error.output.error.message : error.output.message;
}

/** The text of the first element `message`, of whatever namespace. */
function messageInXml(text: string): string {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf("message"); at !== -1; at = lower.indexOf("message", at + 1)) {
    if (!"<:".includes(lower.charAt(at - 1) || " ") || !" \t\r\n>".includes(lower.charAt(at + 7))) continue;
    const start = text.indexOf(">", at);
    const end = text.indexOf("<", start);
    return start === -1 || end === -1 ? "" : withoutEntities(text.slice(start + 1, end));
  }
  return "";
}

function withoutEntities(text: string): string {
  return entities.reduce((replaced, [entity, character]) => replaced.replaceAll(entity, character), text);
}

function withoutDeclaration(start: string): string {
  return start.startsWith("<?xml") ? start.slice(start.indexOf(">") + 1).trimStart() : start;
}
