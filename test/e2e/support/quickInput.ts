import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { patienceMs } from "../../../scripts/editor/editor.ts";

/** How often to open the palette before a missing command is a failure. */
const attempts = 8;

/** The command palette, quick picks and input boxes. */
export class QuickInput {
  readonly #page: () => Page;

  constructor(page: () => Page) {
    this.#page = page;
  }

  /** The open box, for assertions on title, step count or validation. */
  get box(): Locator {
    return this.#page().locator(".quick-input-widget:visible");
  }

  get input(): Locator {
    return this.box.locator(".quick-input-filter input");
  }

  /** The rows of the open box. */
  get rows(): Locator {
    return this.box.locator(".monaco-list-row");
  }

  /**
   * Runs a command by the whole text that the palette shows for it. An open palette does not show commands that are
   * contributed later, so this opens it again until it shows the command.
   */
  async runCommand(text: string): Promise<void> {
    const row = this.box
      .locator(`.monaco-list-row[aria-label="${text}"], .monaco-list-row[aria-label^="${text}, "]`)
      .first();
    for (let attempt = 1; ; attempt++) {
      const timeout = attempt * 2_000;
      await this.#page().keyboard.press("F1");
      // The palette closes when something else gets the focus.
      const isOpen = await succeeds(this.input.fill(`>${text}`, { timeout }));
      if (attempt === attempts) return row.click();
      if (isOpen && (await succeeds(row.click({ timeout })))) return this.#waitUntilTaken();
      await this.cancel();
    }
  }

  /** Waits until the palette is gone or a box of the command has its place: what is typed before is lost. */
  async #waitUntilTaken(): Promise<void> {
    await this.#page().waitForFunction((selector) => {
      const input = document.querySelector<HTMLInputElement>(selector);
      return !input?.checkVisibility() || !input.value.startsWith(">");
    }, ".quick-input-widget .quick-input-filter input");
  }

  /** Whether the palette offers a command. */
  async offersCommand(text: string): Promise<boolean> {
    await this.#page().keyboard.press("F1");
    await this.input.fill(`>${text}`);
    await this.rows.first().waitFor();
    const labels = await this.rows.evaluateAll((rows) =>
      rows.map((row) => row.getAttribute("aria-label") ?? ""),
    );
    await this.cancel();
    return labels.some((label) => label === text || label.startsWith(`${text}, `));
  }

  /** Waits until the palette offers a command. A new window offers the commands of an extension only after a while. */
  async waitForCommand(text: string): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!(await this.offersCommand(text))) {
      assert.ok(performance.now() < end, `the palette does not offer ${text}`);
    }
  }

  /** Waits for a quick pick or input box with this title. */
  async waitForTitle(title: string | RegExp): Promise<void> {
    await this.box.locator(".quick-input-title").filter({ hasText: title }).waitFor();
  }

  /** Picks the only row with the text. */
  async pick(text: string | RegExp): Promise<void> {
    const row = this.rows.filter({ hasText: text });
    await row.first().waitFor();
    assert.equal(await row.count(), 1, `several rows have the text ${String(text)}`);
    await row.click();
  }

  /**
   * Runs a command by its whole text, and picks a row of the list that it opens. VS Code opens none while what the list shows is
   * just being computed anew, so this runs the command until it does.
   */
  async runCommandAndPick(command: string, text: string): Promise<void> {
    const row = this.rows.filter({ hasText: text });
    for (let attempt = 1; attempt < attempts; attempt++) {
      await this.runCommand(command);
      if (await succeeds(row.click({ timeout: attempt * 2_000 }))) return;
      await this.cancel();
    }
    await this.runCommand(command);
    await this.pick(text);
  }

  async fill(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Confirms the typed text or the selection. */
  async accept(): Promise<void> {
    await this.input.press("Enter");
  }

  /** Returns to the previous step. */
  async back(): Promise<void> {
    await this.box.getByRole("button", { name: /^Back/ }).click();
  }

  async cancel(): Promise<void> {
    await this.#page().keyboard.press("Escape");
    await this.box.waitFor({ state: "hidden" });
  }
}

function succeeds(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
