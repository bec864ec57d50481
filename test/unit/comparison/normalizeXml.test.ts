import assert from "node:assert/strict";
import fc from "fast-check";
import { maximumNormalizedLength, normalizeXml } from "../../../src/comparison/normalizeXml.ts";
import {
  arbitraryDocument,
  canonicalDocument,
  writeLoosely,
} from "../../support/arbitrary/arbitraryDocument.ts";

const lines = (...text: string[]) => text.map((line) => `${line}\n`).join("");

describe("normalised XML", () => {
  it("sorts attributes, gives each element a line, and closes empty elements", () => {
    assert.equal(
      normalizeXml(
        '<?xml version="1.0"?><b:Component  version="2" name=\'Map\'><object><a></a></object></b:Component>',
      ),
      lines(
        '<?xml version="1.0"?>',
        '<b:Component name="Map" version="2">',
        "  <object>",
        "    <a/>",
        "  </object>",
        "</b:Component>",
      ),
    );
  });

  it("puts attributes on lines of their own if they do not fit on one", () => {
    const long = "x".repeat(60);
    assert.equal(
      normalizeXml(`<a b="${long}" c="${long}"/>`),
      lines("<a", `    b="${long}"`, `    c="${long}"/>`).replace(/\n$/, "\n"),
    );
  });

  it("keeps white space that can be significant", () => {
    for (const significant of [
      "<a> </a>",
      "<a> text </a>",
      "<a>text <b/> text</a>",
      '<a xml:space="preserve"> <b/> </a>',
      "<a><![CDATA[ \n ]]></a>",
    ]) {
      assert.equal(normalizeXml(significant), `${significant}\n`);
    }
  });

  it("keeps characters that a parser would change unless they are escaped: line ends in attributes, carriage returns, entities", () => {
    const text = '<a b="1&#xA;2&#x9;3">&lt;x&gt; &amp;amp; &#xD;</a>';
    assert.equal(normalizeXml(text), `${text}\n`);
  });

  it("keeps comments, processing instructions and the document type", () => {
    const text = lines("<!DOCTYPE a>", "<?style sheet?>", "<a>", "  <!-- first", "    second -->", "</a>");
    assert.equal(normalizeXml(text), text);
  });

  it("keeps attributes with the names of members of every object", () => {
    const text = '<a __proto__="1" constructor="2" toString="3"/>';
    assert.equal(normalizeXml(text), `${text}\n`);
  });

  it("shows masked secrets as they are", () => {
    const text = '<password encrypted="true">******</password>';
    assert.equal(normalizeXml(text), `${text}\n`);
  });

  for (const [fault, text] of [
    ["no content", ""],
    ["no XML", "not XML"],
    ["an element that is not closed", "<a><b></a>"],
    ["a repeated attribute", '<a b="1" b="2"/>'],
    ["two roots", "<a/><b/>"],
    ["an entity that the document declares", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
  ] as const) {
    it(`shows a document with ${fault} as it is`, () => assert.equal(normalizeXml(text), text));
  }

  it("does not expand entities, not even a billion of them", () => {
    const entities = Array.from(
      { length: 30 },
      (_, level) => `<!ENTITY e${level + 1} "&e${level};&e${level};">`,
    );
    const text = `<!DOCTYPE a [<!ENTITY e0 "ha">${entities.join("")}]><a>&e30;</a>`;
    assert.equal(normalizeXml(text), text);
  });

  it("tolerates any depth, with a length that does not grow with the depth", () => {
    const depth = 20_000;
    const text = `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`;
    const normalized = normalizeXml(text);
    assert.ok(normalized.length < 25 * text.length);
    assert.equal(normalizeXml(normalized), normalized);
  });

  it("does not change a document that is too long", () => {
    const text = `<a b='1'>${"x".repeat(maximumNormalizedLength)}</a>`;
    assert.equal(normalizeXml(text), text);
  });

  it("changes nothing when it is applied twice", () => {
    const piece = fc.constantFrom(
      ...[
        "<a>",
        "</a>",
        "<b c='1' a=\"2\">",
        "</b>",
        "<d/>",
        " ",
        "\n",
        "\t",
        "x",
        "&amp;",
        "&#10;",
        "&#13;",
      ],
      ...[
        "&#xA0;",
        "\u0085",
        "\u2028",
        "<!-- c -->",
        "<![CDATA[ ]]>",
        "<![CDATA[x]]>",
        "<?p q ?>",
        "é😀",
        "]]",
        ">",
      ],
      ...['<e xml:space="preserve">', "</e>", "<!DOCTYPE a []>", '<?xml version="1.1"?>', "&lt;", "'", '"'],
    );
    const inner = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    const text = fc.oneof(
      inner,
      inner.map((content) => `<a>${content}</a>`),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(text, (xml) => {
        const once = normalizeXml(xml);
        assert.equal(normalizeXml(once), once);
      }),
      { numRuns: 3000 },
    );
  });

  it("ignores the order of attributes, space between elements, quotes, and the form of empty elements", () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.infiniteStream(fc.nat()), (document, choices) => {
        const loose = writeLoosely(document, () => Number(choices.next().value));
        assert.equal(normalizeXml(loose), normalizeXml(writeLoosely(document, () => 0)));
      }),
    );
  });

  it("shows every change of content", () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (one, other) => {
        const [oneText, otherText] = [one, other].map((document) =>
          normalizeXml(writeLoosely(document, () => 0)),
        );
        assert.equal(oneText === otherText, canonicalDocument(one) === canonicalDocument(other));
      }),
      { numRuns: 1000 },
    );
  });
});
