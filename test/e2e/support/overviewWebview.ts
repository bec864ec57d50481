import type { FrameLocator, Locator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

/** The visible overview of a pack. */
export class OverviewWebview {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get frame(): FrameLocator {
    return this.#workbench.webview;
  }

  /** The matrix of the releases. */
  get grid(): Locator {
    return this.frame.getByRole("grid", { name: this.#workbench.texts.text("Releases") });
  }

  /** The cell that has the focus of the grid. */
  get activeCell(): Locator {
    return this.grid.locator(".active");
  }

  /** Opens the overview from the menu of the pack's row, and waits until it shows the pack. */
  async open(pack: string): Promise<void> {
    await this.#workbench.packs.contextMenu(pack, "Show Pack Overview");
    await this.waitForPack(pack);
  }

  async waitForPack(pack: string): Promise<void> {
    await this.frame.getByRole("heading", { level: 1, name: pack, exact: true }).waitFor();
  }

  /** A button by its English text. */
  button(name: string): Locator {
    return this.frame.getByRole("button", { name: this.#workbench.texts.text(name), exact: true });
  }

  /** The value of a fact, such as *Last Release*. */
  async fact(name: string): Promise<string> {
    return this.frame
      .locator(".facts > div")
      .filter({ has: this.frame.getByText(name, { exact: true }) })
      .locator("dd")
      .innerText();
  }

  /** The labels of a component's cells that are rendered, such as "2.0, upgrade". */
  async cells(component: string): Promise<string[]> {
    const row = this.grid
      .getByRole("row")
      .filter({ has: this.frame.getByRole("rowheader", { name: component, exact: true }) });
    const cells = await row.getByRole("gridcell").all();
    return Promise.all(cells.map(async (cell) => (await cell.getAttribute("aria-label")) ?? ""));
  }
}
