import type { Locator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

/** The multi-file diff editor that a comparison opens. */
export class ComparisonEditor {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get #entries(): Locator {
    return this.#workbench.page.locator(".multiDiffEntry");
  }

  /** Waits for the tab and for the first difference in it. */
  async waitFor(title: string): Promise<void> {
    await this.#workbench.tab(title).waitFor();
    await this.entry(title).waitFor();
  }

  /** The part of the editor for a document, by the name of the document. */
  entry(name: string): Locator {
    return this.#entries
      .filter({ has: this.#workbench.page.locator(".file-path", { hasText: name }) })
      .first();
  }

  /** Waits for a line with the text. */
  async waitForLine(text: string): Promise<void> {
    await this.#workbench.page
      .locator(".multiDiffEntry .view-line")
      .filter({ hasText: text })
      .first()
      .waitFor();
  }
}
