import { parseXml, type XmlElement, type XmlNode } from "./parseXml.ts";

/** Longer documents, in characters, are not normalized, because that would block the editor. */
export const maximumNormalizedLength = 2_000_000;

const maximumTagLength = 120;

/** Elements below this depth get no more indentation, so that deep documents do not grow too long. */
const maximumIndentedDepth = 32;

/**
 * Formats XML so that two versions differ only where their meaning differs: attributes are sorted by name, each element
 * has a line, and white space stays only where it may be significant (beside text, under `xml:space="preserve"`, or as
 * the only content of an element). Returns XML that is not well-formed or too long unchanged. Normalizing normalized XML
 * changes nothing.
 */
export function normalizeXml(xml: string): string {
  if (xml.length > maximumNormalizedLength) return xml;
  const document = parseIfWellFormed(xml);
  return document ? write(document) : xml;
}

function parseIfWellFormed(xml: string): XmlNode[] | undefined {
  try {
    return parseXml(xml.trim());
  } catch {
    // Without a tree, the texts themselves are compared.
    return undefined;
  }
}

/** A node that is still to be written; `end` writes the end tag of an element. */
interface Step {
  readonly node: XmlNode;
  readonly depth: number;
  /** White space around the node is significant. */
  readonly verbatim: boolean;
  readonly end?: boolean;
}

/** Writes the nodes. Uses its own stack, so that deep documents do not overflow the call stack. */
function write(document: readonly XmlNode[]): string {
  const written: string[] = [];
  const steps: Step[] = document.map((node) => ({ node, depth: 0, verbatim: false })).reverse();
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, depth, verbatim, end } = step;
    const before = verbatim ? "" : indentation(depth);
    const after = verbatim ? "" : "\n";
    if (node.kind !== "element") {
      written.push(before, textOf(node), after);
    } else if (end) {
      written.push(`</${node.name}>`, after);
    } else {
      const inside = contentOf(node, verbatim);
      const tag = startTag(node, before.length);
      if (inside.children.length === 0) {
        written.push(before, tag, "/>", after);
        continue;
      }
      written.push(before, tag, ">", inside.verbatim ? "" : "\n");
      const ending: Step = { node, depth, verbatim, end: true };
      if (inside.verbatim) {
        steps.push(ending);
      } else {
        steps.push(ending, { node: indentedEnd(depth), depth, verbatim: true });
      }
      for (const child of inside.children.toReversed()) {
        steps.push({ node: child, depth: depth + 1, verbatim: inside.verbatim });
      }
    }
  }
  return written.join("");
}

/** The children of an element that are written, and whether white space between them is significant. */
function contentOf(
  element: XmlElement,
  verbatim: boolean,
): { children: readonly XmlNode[]; verbatim: boolean } {
  const { attributes, children } = element;
  const preserved = attributes.some(([name, value]) => name === "xml:space" && value === "preserve");
  const hasText = children.some(
    (child) => child.kind === "cdata" || (child.kind === "text" && !isBlank(child)),
  );
  const isBlankLeaf = children.every((child) => child.kind === "text");
  if (verbatim || preserved || hasText || isBlankLeaf) return { children, verbatim: true };
  return { children: children.filter((child) => !isBlank(child)), verbatim: false };
}

function isBlank(node: XmlNode): boolean {
  return node.kind === "text" && /^[ \t\r\n]*$/.test(node.text);
}

function indentation(depth: number): string {
  return "  ".repeat(Math.min(depth, maximumIndentedDepth));
}

function indentedEnd(depth: number): XmlNode {
  return { kind: "markup", text: indentation(depth) };
}

/** The start tag without its closing bracket. Attributes that do not fit into one line get a line each. */
function startTag({ name, attributes }: XmlElement, column: number): string {
  const written = attributes.map(([key, value]) => `${key}="${escapeAttribute(value)}"`);
  const oneLine = [`<${name}`, ...written].join(" ");
  if (column + oneLine.length <= maximumTagLength || written.length < 2) return oneLine;
  return [`<${name}`, ...written].join(`\n${" ".repeat(column + 4)}`);
}

function textOf(node: Exclude<XmlNode, XmlElement>): string {
  switch (node.kind) {
    case "text":
      return escapeText(node.text);
    case "cdata":
      return `<![CDATA[${node.text}]]>`;
    case "markup":
      return node.text;
  }
}

/** Characters that a parser would change unless they are written as character references. */
const unsafeInText = /[^\t\n -~\u00A0-\u2027\u2029-\uFFFF]/g;
const unsafeInAttributes = /[^ -~\u00A0-\u2027\u2029-\uFFFF]/g;

function escapeText(text: string): string {
  return escapeMarkup(text).replace(unsafeInText, characterReference);
}

function escapeAttribute(value: string): string {
  return escapeMarkup(value).replaceAll('"', "&quot;").replace(unsafeInAttributes, characterReference);
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function characterReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
