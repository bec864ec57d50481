import type { FrameLocator, Locator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

/** The headings of the sections of the details. */
export const detailsHeadings = [
  "Details",
  "Included Components",
  "Deployments",
  "Integration Packs",
] as const;

export type DetailsHeading = (typeof detailsHeadings)[number];

/** The visible details of a packaged version, in their own panel or in the wizard. */
export class DetailsWebview {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get frame(): FrameLocator {
    return this.#workbench.webview;
  }

  /** Opens the details with the inline action of a row in the packs view, and waits until every section is loaded. */
  async open(row: string | RegExp): Promise<void> {
    await this.#workbench.packs.inlineAction(row, "View Component Details");
    await this.waitUntilLoaded();
  }

  async waitUntilLoaded(): Promise<void> {
    for (const heading of detailsHeadings) {
      await this.section(heading).waitFor();
      await this.section(heading).getByText("Loading", { exact: false }).waitFor({ state: "detached" });
    }
  }

  /** The section with a heading. */
  section(heading: DetailsHeading): Locator {
    return this.frame.getByRole("region", { name: heading, exact: true });
  }

  /** The values of the section *Details* by their names, such as *Branch*. */
  async facts(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.section("Details").locator(".facts > div").allInnerTexts();
    return new Map(
      rows.map((row) => {
        const [name = "", ...value] = row.split("\n");
        return [name.trim(), value.join(" ").replaceAll(/\s+/g, " ").trim()];
      }),
    );
  }

  /** The header of a column of *Included Components*. */
  column(name: string): Locator {
    return this.section("Included Components").getByRole("columnheader", { name, exact: true });
  }

  /** The names of the included components, in the order of the rows. */
  async includedNames(): Promise<string[]> {
    const names = await this.section("Included Components").getByRole("rowheader").allInnerTexts();
    return names.map((name) => name.replace(/\s*Primary$/, "").trim());
  }

  /** Presses *Retry* in a section that could not be read. */
  async retry(heading: DetailsHeading): Promise<void> {
    await this.section(heading)
      .getByRole("button", { name: `Retry: ${heading}` })
      .click();
  }
}
