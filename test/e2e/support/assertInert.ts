import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { until } from "../../support/time/until.ts";
import { actingCharacters, shownHostileText } from "../../support/fixtures/hostileText.ts";

/**
 * Asserts that a place shows the hostile text as text: with visible escapes, and without a link, an image, a script or an
 * icon made of it. `icons`: how many icons the place has of its own.
 */
export async function assertInert(place: Locator, icons = 0): Promise<void> {
  // A place with links breaks them with a zero-width space.
  const text = await until("the hostile text", async () => {
    const shown = (await place.innerText()).replaceAll(/\s+/g, " ").replaceAll("]\u200B(", "](");
    return shown.includes(shownHostileText) ? shown : undefined;
  });
  assert.doesNotMatch(text, actingCharacters);
  const made = place.locator("img, svg, script, b, code, a:not(.label-name, .statusbar-item-label)");
  assert.equal(await made.count(), 0, await place.innerHTML());
  assert.equal(await place.locator(".codicon").count(), icons, await place.innerHTML());
}
