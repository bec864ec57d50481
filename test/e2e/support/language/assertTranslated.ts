import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { shownTexts } from "./shownTexts.ts";
import { untranslated } from "./untranslated.ts";

/** What the editor adds to the texts of extensions, and its own words, all of which stay English without a language pack. */
const editorTexts: readonly RegExp[] = [
  /(?<=⟧) (Section|actions)$/g,
  /^Actions for .*/g,
  /\(\d+ files?\)|, preview$|\(\d+\/\d+\)$/g,
  /^(Views and )?More Actions\.\.\.$/g,
  /^\[Ln \d+, Col \d+\]$/g,
  /^Control\+.+/g,
  /^\d+ (Results|Selected)$/g,
  /^(Back|Close|Clear Notification|Expand Notification|Notification Actions|Collapse All|Cancel|Close Dialog|More Actions|OK|Progress|Tab actions)( \(.+\))?$/g,
  // The icon of a row, which the editor reads by its name.
  /^(clear-all|filter) (?=⟦)/g,
  /(?<=⟧) ?\.md|^\.md$/g,
  /^(Error|Info|Toggle all checkboxes|Warning|Welcome)$/g,
];

/** Asserts that no text of a place is English or glued of parts. */
export async function assertTranslated(place: Locator, allowed: readonly RegExp[] = []): Promise<void> {
  await place.waitFor();
  assert.deepEqual(untranslated(await shownTexts(place), [...editorTexts, ...allowed]), []);
}
