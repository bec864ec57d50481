import assert from "node:assert/strict";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { patienceMs } from "../../../scripts/editor/editor.ts";

/** More than the number of tab stops on any page of the extension. */
const mostTabs = 60;

/** Operates the window by keyboard alone. Each method presses keys and waits for the effect. */
export class Keyboard {
  readonly #page: () => Page;

  constructor(page: () => Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page().keyboard.press(key);
  }

  /** Runs a command from the palette by its category and title. */
  async command(title: string): Promise<void> {
    await this.waitForEnd();
    // The palette lists the commands of the extension once the activity bar shows its icon.
    await this.#page().locator('.activitybar .action-label[aria-label^="Integration Packs"]').waitFor();
    await this.press("F1");
    await this.#typed(title);
    await this.#focusedRow(title).waitFor();
    await this.press("Enter");
  }

  /** Answers the quick pick with this placeholder with the first row that the text finds. */
  async choose(question: string, text: string): Promise<void> {
    await this.#box.locator(`input[placeholder^="${question}"]`).waitFor();
    await this.#typed(text);
    await this.#focusedRow(text).waitFor();
    await this.press("Enter");
  }

  /** Answers the quick pick with this title with the first row that the text finds. */
  async chooseIn(title: string, text: string): Promise<void> {
    await this.#titled(title);
    await this.#typed(text);
    await this.#focusedRow(text).waitFor();
    await this.press("Enter");
  }

  /** Checks the rows with the texts, which are in the order of the rows, and accepts. */
  async check(title: string, ...texts: readonly string[]): Promise<void> {
    await this.#titled(title);
    await this.#box.locator(".monaco-list-row").first().waitFor();
    for (const text of texts) {
      await this.press("ArrowDown");
      await this.#focusedRow(text).waitFor();
      await this.press("Space");
    }
    await this.#box.locator(".quick-input-title", { hasText: `${texts.length} of` }).waitFor();
    await this.press("Enter");
    await this.#box.waitFor({ state: "hidden" });
  }

  /** Answers the input box with this prompt. */
  async enter(question: string, text: string): Promise<void> {
    await this.#box.locator(".quick-input-message", { hasText: question }).waitFor();
    await this.#typed(text);
    await this.press("Enter");
  }

  /** Waits for a modal dialog with the message, moves to its button with Tab, and presses it. */
  async agree(message: string, button: string): Promise<void> {
    const dialog = this.#page().locator(".monaco-dialog-box", { hasText: message });
    await this.tabToElement(dialog.getByRole("button", { name: button, exact: true }));
    await this.press("Enter");
    await dialog.waitFor({ state: "hidden" });
  }

  /** Waits until no quick pick or input box is open. */
  async waitForEnd(): Promise<void> {
    await this.#box.waitFor({ state: "hidden" });
  }

  /** Presses Tab in a webview until the element with this name has the focus. */
  async tabTo(webview: FrameLocator, name: string): Promise<void> {
    const passed: string[] = [];
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      await this.press("Tab");
      const focused = await nameOfFocused(webview);
      if (focused === name) return;
      passed.push(focused);
    }
    assert.fail(`Tab does not lead to ${name}, but to ${passed.join(", ")}`);
  }

  /** Presses Tab until the element has the focus. */
  async tabToElement(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await target.evaluate(hasFocus)) return;
      await this.press("Tab");
    }
    assert.fail(`Tab does not reach ${String(target)}`);
  }

  /** Waits until a tree row with the text has the focus. */
  async waitForRow(text: string): Promise<void> {
    await this.#page().locator(".monaco-list:focus .monaco-list-row.focused", { hasText: text }).waitFor();
  }

  /** Waits until the heading has the focus, as it does when a page of a webview appears. */
  async waitForHeading(webview: FrameLocator, heading: string): Promise<void> {
    await webview.locator("h1:focus", { hasText: heading }).waitFor();
  }

  get #box(): Locator {
    return this.#page().locator(".quick-input-widget:visible");
  }

  /** Types into the field once it has the focus, and waits until it has received every key. */
  async #typed(text: string): Promise<void> {
    const field = this.#box.locator(".quick-input-filter input:focus");
    await field.waitFor();
    const before = await field.inputValue();
    await this.#page().keyboard.type(text);
    const end = performance.now() + patienceMs;
    // The new text replaces the old text if that is selected.
    while (![before + text, text].includes(await field.inputValue())) {
      assert.ok(performance.now() < end, `the field did not receive ${text}`);
    }
  }

  async #titled(title: string): Promise<void> {
    await this.#box.locator(".quick-input-title", { hasText: title }).waitFor();
  }

  #focusedRow(text: string): Locator {
    return this.#box.locator(".monaco-list-row.focused", { hasText: text });
  }
}

function nameOfFocused(webview: FrameLocator): Promise<string> {
  return webview.locator("body").evaluate(({ ownerDocument }) => {
    const focused = ownerDocument.activeElement;
    return focused?.getAttribute("aria-label") ?? focused?.textContent.trim() ?? "";
  });
}

/** Whether the element, or the element that it delegates the focus to, has the focus. Looks through shadow roots. */
function hasFocus(element: Element): boolean {
  let active = document.activeElement;
  while (active) {
    if (active === element) return true;
    const host: Node | null = element.getRootNode() instanceof ShadowRoot ? element.getRootNode() : null;
    if (host instanceof ShadowRoot && host.host === active && host.activeElement === element) return true;
    active = active.shadowRoot?.activeElement ?? null;
  }
  return false;
}
