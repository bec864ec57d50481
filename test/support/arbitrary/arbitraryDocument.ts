import fc from "fast-check";

/** The content of an XML document. No text is next to another text, as a parser would join the two. */
export interface DocumentElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (DocumentElement | string)[];
}

const name = fc.constantFrom("a", "b", "object", "bns:Component");

/** There are few values, so that two documents are often almost the same. */
const value = fc.oneof(
  fc.constantFrom("", "1", "2", " ", "a  b", "<", "&", "&amp;", "]]>", "\n", "\t", "'", '"', "é", "😀"),
  fc.string({ unit: "grapheme" }).map((text) => text.replace(/[^\t\n -\uD7FF]/g, "")),
);

const isBlank = (text: string) => /^[ \t\r\n]*$/.test(text);

const { element } = fc.letrec<{ element: DocumentElement; children: (DocumentElement | string)[] }>(
  (tie) => ({
    element: fc.record({
      name,
      attributes: fc.dictionary(fc.constantFrom("id", "name", "version", "x:y"), value, { maxKeys: 3 }),
      children: tie("children"),
    }),
    children: fc
      .array(
        fc.oneof(
          { maxDepth: 4 },
          value.filter((text) => !isBlank(text)),
          tie("element"),
        ),
        { maxLength: 3 },
      )
      .map((children) =>
        children.filter((child, at) => typeof child !== "string" || typeof children[at - 1] !== "string"),
      ),
  }),
);

export const arbitraryDocument = element;

/** The same text for documents with the same content, and only for those. */
export function canonicalDocument({ name, attributes, children }: DocumentElement): string {
  return JSON.stringify([
    name,
    Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1)),
    children.map((child) => (typeof child === "string" ? child : [canonicalDocument(child)])),
  ]);
}

/**
 * Writes the document as XML. `choose` decides about everything that does not change the content: quotes, space, order.
 */
export function writeLoosely(document: DocumentElement, choose: () => number): string {
  const pick = (...choices: string[]) => choices[choose() % choices.length] ?? "";
  const { name, attributes, children } = document;
  const written = Object.entries(attributes).map(([key, text]) => {
    const quote = pick('"', "'");
    return `${pick(" ", "\n  ", "\t")}${key}${pick("", " ")}=${quote}${escape(text)}${quote}`;
  });
  const ordered = choose() % 2 === 0 ? written : written.reverse();
  const start = `<${name}${ordered.join("")}${pick("", " ", "\n")}`;
  if (children.length === 0 && choose() % 2 === 0) return `${start}/>`;
  const mixed = children.some((child) => typeof child === "string");
  const space = () => (mixed || children.length === 0 ? "" : pick("", "\n", "    ", "\t\n"));
  const content = children.map((child) => {
    return `${space()}${typeof child === "string" ? escape(child) : writeInside(child, mixed, choose)}`;
  });
  return `${start}>${content.join("")}${space()}</${name}>`;
}

/** Beside text, white space is content, so there is nothing to choose. */
function writeInside(child: DocumentElement, mixed: boolean, choose: () => number): string {
  return writeLoosely(child, mixed ? () => 0 : choose);
}

function escape(text: string): string {
  return text.replace(/[&<>"'\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
