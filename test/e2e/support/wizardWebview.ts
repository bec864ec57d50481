import type { FrameLocator, Locator } from "playwright-core";
import type { ExtensionTexts } from "../../../scripts/editor/extensionTexts.ts";
import type { Workbench } from "./workbench.ts";

/** The headings of the wizard's pages. */
export const wizardPages = {
  versions: "Release Integration Pack: Select Versions",
  schedule: "Release Integration Pack: Select Release Schedule",
  success: "Success",
} as const;

/** The headings of the steps for several packs. */
export const severalPages = {
  versions: "Release Integration Packs: Select Versions",
  schedule: "Release Integration Packs: Select Release Schedule",
} as const;

/** The visible release wizard. */
export class WizardWebview {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get frame(): FrameLocator {
    return this.#workbench.webview;
  }

  get #texts(): ExtensionTexts {
    return this.#workbench.texts;
  }

  /** Opens the wizard of a pack from the palette, and waits for its first page. */
  async open(pack: string): Promise<void> {
    await this.#workbench.runCommand("Release Integration Pack…");
    await this.#workbench.quickInput.waitForTitle(this.#texts.text("Release Integration Pack"));
    await this.#workbench.quickInput.pick(pack);
    await this.waitForPage("versions");
    await this.frame.getByText(pack, { exact: true }).waitFor();
  }

  async waitForPage(page: keyof typeof wizardPages): Promise<void> {
    await this.heading(wizardPages[page]).waitFor();
  }

  /** A heading by its English text. */
  heading(name: string): Locator {
    return this.frame.getByRole("heading", { name: this.#texts.text(name), exact: true });
  }

  /** A button by its English text. */
  button(name: string): Locator {
    return this.frame.getByRole("button", { name: this.#texts.text(name), exact: true });
  }

  /** A radio button by its English text. */
  radio(name: string): Locator {
    return this.frame.getByRole("radio", { name: this.#texts.text(name) });
  }

  /** The row of a component in the visible table. */
  row(component: string): Locator {
    return this.frame.getByRole("row").filter({ hasText: component });
  }

  /** The open dialog. */
  get dialog(): Locator {
    return this.frame.getByRole("dialog");
  }

  /** The texts of the cells of each row, from the top, without links, and without who packaged a version on which branch. */
  async cells(): Promise<string[][]> {
    const rows = this.frame.locator("tbody tr");
    await rows.first().waitFor();
    return rows.evaluateAll((elements) =>
      elements.map((row) =>
        [...row.querySelectorAll("th, td:not(.actions)")].map((cell) => {
          const shown = cell.cloneNode(true) as Element;
          for (const left of shown.querySelectorAll(".origin, a")) left.remove();
          return shown.textContent.replaceAll(/\s+/g, " ").trim();
        }),
      ),
    );
  }

  /** The branch of each version that the row of a component shows, and who packaged it. */
  origins(component: string): Promise<string[]> {
    return this.row(component).locator(".origin").allInnerTexts();
  }

  /** The names of several packs in the table, in their order. */
  packNames(): Promise<string[]> {
    return this.frame.locator("tbody.group h2").allInnerTexts();
  }

  /** The name and the outcome of each of several packs. */
  async outcomes(): Promise<(readonly [name: string, outcome: string])[]> {
    const items = await this.frame.locator(".outcomes li").all();
    return Promise.all(
      items.map(
        async (item) =>
          [await item.locator("bdi").first().innerText(), await item.locator(".tag").innerText()] as const,
      ),
    );
  }

  /** Selects another version of a component. */
  async selectVersion(component: string, version: string): Promise<void> {
    await this.row(component)
      .getByRole("link", { name: this.#texts.text("Select another version: {0}", component), exact: true })
      .click();
    await this.dialog.getByRole("radio", { name: new RegExp(`^${version}\\b`) }).click();
    await this.dialog.getByRole("button", { name: this.#texts.text("Select Version") }).click();
    await this.dialog.waitFor({ state: "detached" });
  }

  /** Goes to the second page. */
  async next(): Promise<void> {
    await this.button("Next").click();
    await this.waitForPage("schedule");
  }

  /** Chooses a day of the next month in the calendar on the second page. */
  async chooseNextMonth(day: number): Promise<void> {
    await this.radio("Release on specified date").click();
    await this.frame.getByRole("textbox", { name: this.#texts.text("Release on date") }).click();
    const calendar = this.frame.getByRole("group", { name: this.#texts.text("Calendar"), exact: true });
    await calendar.getByRole("button", { name: this.#texts.text("Next month") }).click();
    await calendar.getByRole("button", { name: new RegExp(`\\b${day}\\b`) }).click();
  }

  /** Presses the release button and waits for the success page. */
  async release(): Promise<void> {
    await this.button("Release Integration Pack").click();
    await this.waitForPage("success");
  }
}
