import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Checks the webview that is shown with axe; the workbench around it is not ours. */
export async function assertAccessible(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    .include(["iframe.webview.ready", "#active-frame"])
    .analyze();
  assert.ok(passes.length > 0, "axe found nothing to look at");
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ""}`),
  );
  assert.deepEqual(found, []);
}
