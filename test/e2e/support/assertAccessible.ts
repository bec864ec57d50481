import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** How often axe is asked to check a webview on a busy machine. */
const attempts = 3;

/** Asserts that axe finds no violation in the visible webview. The workbench around it is not checked. */
export async function assertAccessible(page: Page): Promise<void> {
  // Hidden webviews stay in the document, before or after the visible one.
  const name = await page.locator("iframe.webview.ready:visible").getAttribute("name");
  assert.ok(name !== null, "the webview has no name");
  const analyze = () =>
    new AxeBuilder({ page }).include([`iframe.webview.ready[name="${name}"]`, "#active-frame"]).analyze();
  let { violations, passes } = await analyze();
  // Axe skips a frame that does not answer in time.
  for (let attempt = 2; passes.length === 0 && attempt <= attempts; attempt++) {
    ({ violations, passes } = await analyze());
  }
  assert.ok(passes.length > 0, "axe checked nothing");
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ""}`),
  );
  assert.deepEqual(found, []);
}
