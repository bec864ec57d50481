import { parseXml, type XmlElement, type XmlNode } from "./xmlTree.ts";

/** Longer documents, in characters, are shown as they are: formatting them would hold up the editor. */
export const maximumNormalizedLength = 2_000_000;

const maximumTagLength = 120;

/** Deeper elements are not indented further, so that depth does not multiply the length. */
const maximumIndentedDepth = 32;

/**
 * The XML laid out so that two versions differ only where they mean something else: attributes sorted by name, one
 * element a line, and white space only where it may be significant (beside text, under `xml:space="preserve"`, or as
 * all that an element holds). What is not well-formed or too long comes back as it is. Doing it twice changes nothing.
 */
export function normalizeXml(xml: string): string {
  if (xml.length > maximumNormalizedLength) return xml;
  const document = parseOrNothing(xml);
  return document ? write(document) : xml;
}

function parseOrNothing(xml: string): XmlNode[] | undefined {
  try {
    return parseXml(xml.trim());
  } catch {
    // Not well-formed: the text itself is what can be compared.
    return undefined;
  }
}

/** A node with its surroundings; `end` closes an element. */
interface Step {
  readonly node: XmlNode;
  readonly depth: number;
  /** White space around the node is significant. */
  readonly verbatim: boolean;
  readonly end?: boolean;
}

/** Writes the nodes with a stack of its own: depth is the document's to choose, and no danger. */
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

/** What is written of an element's content, and whether its white space counts. */
function contentOf(
  element: XmlElement,
  verbatim: boolean,
): { children: readonly XmlNode[]; verbatim: boolean } {
  const { attributes, children } = element;
  const preserved = attributes.some(([name, value]) => name === "xml:space" && value === "preserve");
  const holdsText = children.some(
    (child) => child.kind === "cdata" || (child.kind === "text" && !isBlank(child)),
  );
  const isBlankLeaf = children.every((child) => child.kind === "text");
  if (verbatim || preserved || holdsText || isBlankLeaf) return { children, verbatim: true };
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

/** The start tag without its end; attributes that do not fit in one line stand below each other. */
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

/** Characters that a parser would read as other ones, unless they are written by number. */
const unsafeInText = /[^\t\n -~\u00A0-\u2027\u2029-\uFFFF]/g;
const unsafeInAttributes = /[^ -~\u00A0-\u2027\u2029-\uFFFF]/g;

function escapeText(text: string): string {
  return escapeMarkup(text).replace(unsafeInText, byNumber);
}

function escapeAttribute(value: string): string {
  return escapeMarkup(value).replaceAll('"', "&quot;").replace(unsafeInAttributes, byNumber);
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function byNumber(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
