import assert from "node:assert/strict";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { markdownQuotation, markdownText } from "../../../../src/model/text/markdown.ts";
import { releaseNotes } from "../../../../src/model/release/releaseNotes.ts";
import { versionChanges, type KnownVersions } from "../../../../src/model/release/versionChange.ts";
import { packagedVersion } from "../../../support/fixtures/packagedVersion.ts";

/** A parser with the options of VS Code's Markdown preview: HTML and links are on. */
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false });

const known: KnownVersions = new Map([
  [
    "orders",
    [
      packagedVersion("orders", "Create Order", "3.0", "2026-04-01T09:00:00Z", { notes: "Third" }),
      packagedVersion("orders", "Create Order", "2.1", "2026-03-01T09:00:00Z", {
        notes: "Fix\nof it",
        deleted: true,
      }),
      packagedVersion("orders", "Create Order", "2.0", "2026-02-01T09:00:00Z"),
      packagedVersion("orders", "Create Order", "1.0", "2026-01-01T09:00:00Z", { notes: "First" }),
    ],
  ],
  ["api", [packagedVersion("api", "Order API", "1", "2026-01-01T09:00:00Z", { notes: "Begins" })]],
  ["old", [packagedVersion("old", "Old Process", "9", "2025-01-01T09:00:00Z")]],
]);

const notes = (before: Record<string, string>, after: Record<string, string>) =>
  releaseNotes({
    packName: "Order to Cash",
    state: "Planned",
    changes: versionChanges(before, after, known),
  });

describe("release notes", () => {
  it("list the versions before and after, added and removed components, and the notes of every version in between", () => {
    assert.equal(
      notes({ orders: "1.0", old: "9" }, { orders: "2.1", api: "1" }),
      [
        "# Release Notes: Order to Cash",
        "",
        "Planned",
        "",
        "| Component | Before | After | Change |",
        "| --- | --- | --- | --- |",
        "| Create Order | 1.0 | 2.1 | upgrade |",
        "| Old Process | 9 | – | removed |",
        "| Order API | – | 1 | new |",
        "",
        "## Added",
        "",
        "- Order API 1",
        "",
        "## Removed",
        "",
        "- Old Process 9",
        "",
        "## Create Order: 1.0 → 2.1",
        "",
        "### 2.0",
        "",
        "Packaged 2026-02-01 09:00 UTC",
        "",
        "No notes.",
        "",
        "### 2.1 (deleted)",
        "",
        "Packaged 2026-03-01 09:00 UTC",
        "",
        "> Fix\\",
        "> of it",
        "",
        "## Order API: 1",
        "",
        "### 1",
        "",
        "Packaged 2026-01-01 09:00 UTC",
        "",
        "> Begins",
        "",
      ].join("\n"),
    );
  });

  it("list the versions that a roll-back takes back", () => {
    const text = notes({ orders: "3.0" }, { orders: "1.0" });
    assert.match(text, /\| Create Order \| 3\.0 \| 1\.0 \| roll-back \|/);
    assert.match(text, /This removes:\n\n### 2\.0\n[^]*### 2\.1[^]*### 3\.0\n/);
    assert.doesNotMatch(text, /First/);
  });

  it("say that nothing changes, and that versions are unknown", () => {
    const unchanged = notes({ orders: "1.0" }, { orders: "1.0" });
    assert.ok(
      unchanged.endsWith("| Create Order | 1.0 | 1.0 | unchanged |\n\nThis release changes nothing.\n"),
    );
    assert.match(notes({ orders: "0.1" }, { orders: "0.2" }), /These versions are no longer known/);
    assert.match(notes({ gone: "1" }, { gone: "2" }), /## gone: 1 → 2/);
  });

  const hostile = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc
      .array(
        fc.constantFrom(
          ...[
            "[a](command:b)",
            "**",
            "_",
            "`",
            "```",
            "# ",
            "- ",
            "+ ",
            "1. ",
            "1) ",
            "> ",
            "<b>",
            "</b>",
            "<!--",
            "&lt;",
          ],
          ...[
            "http://a.b",
            "www.a.b",
            "a@b.cd",
            "mailto:a@b.cd",
            "|",
            "\\",
            "~~",
            "![a](b)",
            "\n",
            "\r\n",
            "\n\n",
            "    ",
          ],
          ...["---", "===", "\t", " ", "x", "$(rocket)", "$$", "[a]: b", "\u2028", "\u202E", "#"],
        ),
      )
      .map((pieces) => pieces.join("")),
  );

  it("show names as text, whatever markup they contain", () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const parsed = markdown.parse(`- ${markdownText(`x ${name}`)}`, {});
        const text = markdownText(name);
        for (const [around, source] of [
          ["heading", `# A ${text}`],
          ["paragraph", text],
          ["list", `- A ${text}`],
          ["table", `| A |\n| --- |\n| ${text} |`],
        ] as const) {
          const inline = markdown.parse(source, {}).flatMap(({ children }) => children ?? []);
          assert.deepEqual(
            [...new Set(inline.map(({ type }) => type))].filter((type) => type !== "text"),
            [],
            around,
          );
        }
        assert.ok(parsed.every(({ type }) => /^(bullet_list|list_item|paragraph|inline)/.test(type)));
      }),
      { numRuns: 2000 },
    );
  });

  it("keep the structure of headings, paragraphs, lists and tables, whatever the names contain", () => {
    const types = (source: string) => markdown.parse(source, {}).map(({ type }) => type);
    fc.assert(
      fc.property(hostile, (name) => {
        const text = markdownText(name) || "x";
        assert.deepEqual(types(text), types("x"));
        assert.deepEqual(types(`# ${text}`), types("# x"));
        assert.deepEqual(types(`- ${text}`), types("- x"));
        assert.deepEqual(types(`| A |\n| --- |\n| ${text} |`), types("| A |\n| --- |\n| x |"));
      }),
      { numRuns: 2000 },
    );
  });

  it("show notes as text and line breaks inside a quotation", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tokens = markdown.parse(`${markdownQuotation(text)}\n\nafter`, {});
        const outside = tokens.filter(({ level }) => level === 0).map(({ type }) => type);
        assert.deepEqual(outside, [
          "blockquote_open",
          "blockquote_close",
          "paragraph_open",
          "paragraph_close",
        ]);
        const blocks = tokens.filter(({ type }) => !/^(blockquote|paragraph)_|^inline$/.test(type));
        assert.deepEqual(blocks, []);
        const inline = tokens.flatMap(({ children }) => children ?? []).map(({ type }) => type);
        assert.deepEqual(
          inline.filter((type) => type !== "text" && type !== "hardbreak"),
          [],
        );
      }),
      { numRuns: 2000 },
    );
  });
});
