import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { shownTexts } from "./shownTexts.ts";
import { untranslated } from "./untranslated.ts";

/** What the editor adds to the texts of extensions, and its own buttons, all of which stay English without a language pack. */
const editorTexts: readonly RegExp[] = [
  /⟧ (Section|actions)$/g,
  /^(Views and )?More Actions\.\.\.$/g,
  /^(Collapse All|Cancel|Close Dialog|OK|Back( \(Alt\+LeftArrow\))?|Close|Clear Notification.*|More Actions)$/g,
];

/** Asserts that no text of a place is English or glued of parts. */
export async function assertTranslated(place: Locator, allowed: readonly RegExp[] = []): Promise<void> {
  await place.waitFor();
  assert.deepEqual(untranslated(await shownTexts(place), [...editorTexts, ...allowed]), []);
}
