import type { Locator, Page } from "playwright-core";
import { patienceMs } from "../../../scripts/editor/editor.ts";

/** An entry of an open menu, as opposed to the button of the menu bar. */
const menuItem = ".monaco-menu .action-menu-item";

/** The tree of a view. A row is found by text that it holds: its label, or label and description. */
export class TreeView {
  readonly #page: () => Page;
  readonly #view: string;

  constructor(page: () => Page, view: string) {
    this.#page = page;
    this.#view = view;
  }

  get #tree(): Locator {
    return this.#page().locator(`.monaco-list[role="tree"][aria-label="${this.#view}"]`);
  }

  /** Every row that is on screen. */
  get rows(): Locator {
    return this.#tree.getByRole("treeitem");
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** Label and description of every row on screen, from the top, such as `Order to Cash | changes to release`. */
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

  /** Opens a row and waits for its children. */
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

  /** Presses the inline action with this title. */
  async inlineAction(text: string | RegExp, action: string): Promise<void> {
    const row = this.row(text);
    await row.hover();
    await row.getByRole("button", { name: action, exact: true }).click();
  }

  /** Titles of the inline actions, from the left. */
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
    const item = this.#page().locator(menuItem).filter({ hasText: entry });
    // A menu that has just opened takes no click for a moment.
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
   * Points at a row and gives its hover, which must hold the text. A tree that is drawn again meanwhile takes the hover away
   * until the mouse moves, so it is pointed at again.
   */
  async hover(text: string | RegExp, holds: string | RegExp = text): Promise<Locator> {
    const hover = this.#page().locator(".monaco-hover:visible").filter({ hasText: holds }).first();
    const end = performance.now() + patienceMs;
    do {
      await this.#page().mouse.move(0, 0);
      await this.row(text).hover();
    } while (!(await isSeen(hover)) && performance.now() < end);
    await hover.waitFor();
    return hover;
  }
}

/** Whether the element comes within three seconds. */
function isSeen(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

/** Whether the element goes away within a second. */
function isGone(element: Locator): Promise<boolean> {
  return element.waitFor({ state: "hidden", timeout: 1_000 }).then(
    () => true,
    () => false,
  );
}
