import type { Locator, Page } from "playwright-core";
import type { ExtensionTexts } from "../../../scripts/editor/extensionTexts.ts";
import { patienceMs } from "../../../scripts/editor/editor.ts";

/** Matches entries of an open menu, not the buttons of the menu bar. */
const menuItem = ".monaco-menu .action-menu-item";

/** The tree of a view. Rows are found by their text: the label, or label and description. */
export class TreeView {
  readonly #page: () => Page;
  readonly #view: string;
  readonly #texts: ExtensionTexts;

  /** The view and the entries of its menus are named in English. */
  constructor(page: () => Page, view: string, texts: ExtensionTexts) {
    this.#page = page;
    this.#view = texts.title(view);
    this.#texts = texts;
  }

  get #tree(): Locator {
    return this.#page().locator(`.monaco-list[role="tree"][aria-label="${this.#view}"]`);
  }

  /** All rows on screen. */
  get rows(): Locator {
    return this.#tree.getByRole("treeitem");
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** Label and description of all rows on screen, from the top, such as `Order to Cash | 3 changes`. */
  async texts(): Promise<string[]> {
    await this.rows.first().waitFor();
    const rows = await this.rows.evaluateAll((elements) =>
      elements.map((element) => ({
        index: Number(element.getAttribute("data-index")),
        text: [".label-name", ".label-description"]
          .map((part) => element.querySelector(part)?.textContent ?? "")
          .filter((part) => part !== "")
          .join(" | "),
      })),
    );
    return rows.sort((one, other) => one.index - other.index).map(({ text }) => text);
  }

  /** Whether the words at the beginning of a row's description are inside the visible part of the row. */
  async isShownWhole(row: string | RegExp, words: string): Promise<boolean> {
    return this.row(row).evaluate((element, start) => {
      const description = element.querySelector(".label-description");
      const text = description?.firstChild;
      if (!text?.textContent?.startsWith(start)) return false;
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, start.length);
      const { left, right } = range.getBoundingClientRect();
      const visible = element.querySelector(".monaco-icon-label-container")?.getBoundingClientRect();
      return visible !== undefined && left >= visible.left && right <= visible.right + 1;
    }, words);
  }

  /** The badge at the right edge of a row, if all of it is inside the view; else nothing. */
  async shownBadge(row: string | RegExp): Promise<string | undefined> {
    return this.row(row).evaluate((element) => {
      const label = element.querySelector(".monaco-icon-label");
      const text = label?.querySelector(".monaco-icon-label-container");
      const view = element.closest(".monaco-list")?.getBoundingClientRect();
      if (!label || !text || !view) return undefined;
      const badge = getComputedStyle(label, "::after");
      const { right } = label.getBoundingClientRect();
      // The badge is drawn after the text, in the rest of the label.
      const hasRoom =
        right <= view.right && text.getBoundingClientRect().right + parseFloat(badge.width) <= right + 1;
      return hasRoom ? badge.content.replaceAll('"', "") : undefined;
    });
  }

  /** The color of a row's label, as CSS. */
  async labelColor(row: string | RegExp): Promise<string> {
    return this.row(row)
      .locator(".label-name")
      .evaluate((element) => getComputedStyle(element).color);
  }

  /** Expands a row and waits for its children. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.row(text);
    await row.waitFor();
    if ((await row.getAttribute("aria-expanded")) !== "true") {
      await row.locator(".monaco-tl-twistie").click();
    }
    const [index, level] = await Promise.all(
      ["data-index", "aria-level"].map((name) => row.getAttribute(name)),
    );
    const firstChild = `[data-index="${Number(index) + 1}"][aria-level="${Number(level) + 1}"]`;
    await this.#tree.locator(`.monaco-list-row${firstChild}`).waitFor();
  }

  async collapse(text: string | RegExp): Promise<void> {
    const row = this.row(text);
    if ((await row.getAttribute("aria-expanded")) === "true") await row.locator(".monaco-tl-twistie").click();
  }

  /** Presses a row's inline action by its title. */
  async inlineAction(text: string | RegExp, action: string): Promise<void> {
    const row = this.row(text);
    await row.hover();
    await row.getByRole("button", { name: this.#texts.title(action), exact: true }).click();
  }

  /** The titles of a row's inline actions, from the left. */
  async inlineActions(text: string | RegExp): Promise<string[]> {
    const row = this.row(text);
    await row.hover();
    const labels = row.locator(".actions .action-label");
    return labels.evaluateAll((elements) =>
      elements.map((element) => element.getAttribute("aria-label") ?? ""),
    );
  }

  /** Chooses an entry of the row's context menu. */
  async contextMenu(text: string | RegExp, entry: string): Promise<void> {
    await this.#openMenu(text);
    const item = this.#page()
      .locator(menuItem)
      .filter({ hasText: this.#texts.title(entry) });
    // A menu ignores clicks for a moment after it opens.
    do {
      await item.click();
    } while (!(await isGone(item)));
  }

  /** The entries of the row's context menu, from the top. */
  async contextMenuEntries(text: string | RegExp): Promise<string[]> {
    await this.#openMenu(text);
    const entries = await this.#page().locator(menuItem).allInnerTexts();
    await this.#page().keyboard.press("Escape");
    await this.#page().locator(menuItem).first().waitFor({ state: "detached" });
    return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
  }

  async #openMenu(text: string | RegExp): Promise<void> {
    await this.row(text).click({ button: "right" });
    await this.#page().locator(menuItem).first().waitFor();
  }

  /**
   * Points at a row and returns its hover, which must have the text `contains`. When the tree is redrawn, the hover disappears
   * until the mouse moves, so this points at the row again.
   */
  async hover(text: string | RegExp, contains: string | RegExp = text): Promise<Locator> {
    const hover = this.#page().locator(".monaco-hover:visible").filter({ hasText: contains }).first();
    const end = performance.now() + patienceMs;
    do {
      await this.#page().mouse.move(0, 0);
      await this.row(text).hover();
    } while (!(await isSeen(hover)) && performance.now() < end);
    await hover.waitFor();
    return hover;
  }
}

/** Whether the element appears within three seconds. */
function isSeen(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

/** Whether the element disappears within a second. */
function isGone(element: Locator): Promise<boolean> {
  return element.waitFor({ state: "hidden", timeout: 1_000 }).then(
    () => true,
    () => false,
  );
}
