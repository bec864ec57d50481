import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import type { ExtensionTexts } from "../../../../scripts/editor/extensionTexts.ts";
import { shownTexts } from "./shownTexts.ts";

/** Asserts that a place shows no English text of the extension that its language translates. */
export async function assertNotEnglish(place: Locator, texts: ExtensionTexts): Promise<void> {
  await place.waitFor();
  const shown = await shownTexts(place);
  assert.ok(shown.length > 0, "the place shows no text");
  assert.deepEqual(
    shown.filter(({ text }) => texts.isEnglish(text)).map((each) => `${each.text} (${each.place})`),
    [],
  );
}
