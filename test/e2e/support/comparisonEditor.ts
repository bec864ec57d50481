import type { Locator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

/** The editor for several files that a comparison opens. */
export class ComparisonEditor {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get #entries(): Locator {
    return this.#workbench.page.locator(".multiDiffEntry");
  }

  /** Waits for the tab, and until what differs first is on screen. */
  async waitFor(title: string): Promise<void> {
    await this.#workbench.tab(title).waitFor();
    await this.entry(title).waitFor();
  }

  /** The part of the editor for one document, by the name of the document. */
  entry(name: string): Locator {
    return this.#entries
      .filter({ has: this.#workbench.page.locator(".file-path", { hasText: name }) })
      .first();
  }

  /** Waits until a line that holds the text is marked as changed. */
  async waitForLine(text: string): Promise<void> {
    await this.#workbench.page
      .locator(".multiDiffEntry .view-line")
      .filter({ hasText: text })
      .first()
      .waitFor();
  }
}
