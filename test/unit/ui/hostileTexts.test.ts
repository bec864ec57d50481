import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { showing } from "../../../scripts/lint/shownText.ts";
import { provideEditorApi } from "../../support/editor/editorPanel.ts";
import { actingCharacters, hostileText, shownHostileText } from "../../support/fixtures/hostileText.ts";
import { shownPlaces, type ShownPlace } from "./shownPlaces.ts";

const ui = join(import.meta.dirname, "../../../src/ui");
const markdown = new MarkdownIt({ html: true, linkify: true });

describe("a text from outside that src/ui shows", () => {
  let places: readonly ShownPlace[];

  before(async () => {
    provideEditorApi();
    places = await shownPlaces(hostileText);
  });

  const placesWhere = (does: keyof ShownPlace["does"]) => places.filter((place) => place.does[does] === true);

  it("is tested in every place that src/ui has", () => {
    const source = globSync("**/*.ts", { cwd: ui }).map((file) => readFileSync(join(ui, file), "utf8"));
    const used = showing.filter((member) => source.some((text) => new RegExp(`\\.${member}[<(]`).test(text)));
    const tested = new Set(places.map(({ member }) => member));
    tested.delete("executeCommand");
    assert.deepEqual([...tested].sort(), used.sort());
  });

  it("is the same everywhere but in Markdown: one line, with visible escapes", () => {
    for (const { name, text, does } of places) {
      if (does.markdown) continue;
      const withoutBreaks = text.replaceAll("\\$(", "$(").replaceAll("]\u200B(", "](");
      const line = does.lines ? withoutBreaks.replaceAll("\n    ", " ") : withoutBreaks;
      assert.ok(line.includes(shownHostileText), `${name}: ${JSON.stringify(text)}`);
    }
  });

  it("has no character that acts", () => {
    for (const { name, text, does } of places) {
      const lines = does.markdown || does.lines ? text.split("\n") : [text];
      for (const line of lines) assert.doesNotMatch(line, actingCharacters, name);
    }
  });

  it("is no link where VS Code makes links of Markdown", () => {
    for (const { name, text } of placesWhere("links")) assert.ok(!text.includes("]("), name);
  });

  it("is no icon where VS Code makes icons of $(name)", () => {
    for (const { name, text } of placesWhere("icons"))
      assert.doesNotMatch(text, /(?<!\\)\$\((?!own\))/, name);
  });

  it("is only text in Markdown", () => {
    for (const { name, text } of placesWhere("markdown")) {
      const inline = markdown.parse(text, {}).flatMap(({ children }) => children ?? []);
      const types = new Set(inline.map(({ type }) => type));
      for (const type of ["text", "strong_open", "strong_close", "hardbreak"]) types.delete(type);
      assert.deepEqual([...types], [], `${name}: ${text}`);
    }
  });

  it("keeps its own lines in a log entry apart from those of other entries", async () => {
    const [entry] = (await shownPlaces("first\nsecond")).filter(
      ({ member }) => member === "createOutputChannel",
    );
    assert.equal(entry?.text, "first\n    second");
  });
});
