import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { until } from "../../../support/time/until.ts";
import type { Workbench } from "../workbench.ts";
import { findCutOff } from "./findCutOff.ts";

/** The widths of a usual editor and of a narrow one, in pixels. */
const widths = [1000, 480] as const;

/** The elements that shorten data on purpose: names of components, and who packaged a version on which branch. */
const shortened = ".origin, .grid-row .name, .grid-row bdi";

/**
 * Asserts that the visible webview shows each text whole and each control beside the others: as wide as it is, as a usual
 * editor, and as a narrow one.
 */
export async function assertNothingCutOff({ page, webview }: Workbench): Promise<void> {
  const body = webview.locator("body");
  const original = page.viewportSize();
  assert.ok(original, "the window has no size");
  const own = await widthOf(body);
  const around = original.width - own;
  const found: string[] = [];
  for (const width of [own, ...widths]) {
    await page.setViewportSize({ ...original, width: width + around });
    await until("the width", async () => ((await widthOf(body)) === width ? true : undefined));
    for (const each of await body.evaluate(findCutOff, shortened)) found.push(`${width} pixels: ${each}`);
  }
  await page.setViewportSize(original);
  assert.deepEqual(found, []);
}

/** The width of the document with its scroll bar. */
function widthOf(body: Locator): Promise<number> {
  return body.evaluate(({ ownerDocument }) => ownerDocument.defaultView?.innerWidth ?? 0);
}
