import { SaxesParser } from "saxes";

/** An element. Its attributes are sorted by name, because their order has no meaning. */
export interface XmlElement {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: XmlNode[];
}

/** A node of the tree. `markup` is a comment, a processing instruction, a declaration or a document type, as written. */
export type XmlNode =
  | XmlElement
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "cdata"; readonly text: string }
  | { readonly kind: "markup"; readonly text: string };

/**
 * Parses a well-formed document. Returns its top-level nodes without white space.
 *
 * It loads nothing outside the document, and rejects entities that the document declares instead of expanding them. The
 * parser has its own stack, so deep documents do not overflow the call stack.
 *
 * @throws when the document is not well-formed
 */
export function parseXml(xml: string): XmlNode[] {
  const document: XmlNode[] = [];
  const open: XmlElement[] = [];
  const add = (node: XmlNode) => (open.at(-1)?.children ?? document).push(node);
  const markup = (text: string) => add({ kind: "markup", text });
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("xmldecl", ({ version, encoding, standalone }) => {
    const parts = [
      version !== undefined && `version="${version}"`,
      encoding !== undefined && `encoding="${encoding}"`,
      standalone !== undefined && `standalone="${standalone}"`,
    ];
    markup(`<?xml ${parts.filter((part) => part !== false).join(" ")}?>`);
  });
  parser.on("doctype", (text) => markup(`<!DOCTYPE${text}>`));
  parser.on("processinginstruction", ({ target, body }) =>
    markup(body === "" ? `<?${target}?>` : `<?${target} ${body}?>`),
  );
  parser.on("comment", (text) => markup(`<!--${text}-->`));
  parser.on("cdata", (text) => add({ kind: "cdata", text }));
  parser.on("text", (text) => {
    if (open.length > 0) add({ kind: "text", text });
  });
  parser.on("opentag", ({ name, attributes }) => {
    const sorted = Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1));
    const element: XmlElement = { kind: "element", name, attributes: sorted, children: [] };
    add(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return document;
}
