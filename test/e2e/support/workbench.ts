import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import type { Editor } from "../../../scripts/editor/editor.ts";
import type { ExtensionTexts } from "../../../scripts/editor/extensionTexts.ts";
import { Notifications } from "./notifications.ts";
import { QuickInput } from "./quickInput.ts";
import { themeClasses, themeLabels, type Theme } from "../../../scripts/editor/themes.ts";
import { TreeView } from "./treeView.ts";

/** The window of an editor. Each method waits for the elements it needs. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  /** The tree of the view *Integration Packs*. */
  readonly packs: TreeView;
  readonly scheduledReleases: TreeView;
  readonly accountGroups: TreeView;
  readonly #editor: Editor;
  readonly #page: Page | undefined;

  /** Without a page, it is always the window that was opened last, even after a restart. */
  constructor(editor: Editor, page?: Page) {
    this.#editor = editor;
    this.#page = page;
    const getPage = () => this.page;
    this.quickInput = new QuickInput(getPage);
    this.notifications = new Notifications(getPage);
    const { texts } = editor;
    this.packs = new TreeView(getPage, "Integration Packs", texts);
    this.scheduledReleases = new TreeView(getPage, "Scheduled Releases", texts);
    this.accountGroups = new TreeView(getPage, "Account Groups", texts);
  }

  get page(): Page {
    return this.#page ?? this.#editor.page;
  }

  /** The texts of the extension in the language of the editor. */
  get texts(): ExtensionTexts {
    return this.#editor.texts;
  }

  /** Opens the view container by its icon in the activity bar, unless it is open. */
  async openPacks(): Promise<void> {
    // Its header is hidden while it is the only view, as before a person signs in.
    const pane = this.page.locator(".pane").filter({ has: this.#header("Integration Packs") });
    if (!(await pane.isVisible())) await this.#icon.click();
    await pane.waitFor();
  }

  /** Drags the edge of the side bar until it has the width, in pixels. */
  async resizeSideBar(width: number): Promise<void> {
    const sideBar = this.page.locator("#workbench\\.parts\\.sidebar");
    const box = await sideBar.boundingBox();
    if (!box) throw new Error("The side bar is hidden.");
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, y, { steps: 5 });
    await this.page.mouse.up();
    const resized = await sideBar.boundingBox();
    if (Math.abs((resized?.width ?? 0) - width) > 2)
      throw new Error(`The side bar is ${resized?.width} wide.`);
  }

  /** Expands a view of the container. */
  async expandView(name: "Integration Packs" | "Scheduled Releases" | "Account Groups"): Promise<void> {
    await this.openPacks();
    const header = this.#header(name);
    if ((await header.getAttribute("aria-expanded")) !== "true") await header.click();
    await header.and(this.page.locator('[aria-expanded="true"]')).waitFor();
  }

  #header(view: string): Locator {
    return this.page.locator(`.pane-header[aria-label="${this.texts.title(view)} Section"]`);
  }

  /** The icon of the view container in the activity bar. */
  get #icon(): Locator {
    return this.page.locator(
      `.activitybar .action-label[aria-label^="${this.texts.title("Integration Packs")}"]`,
    );
  }

  /** Runs a command of the extension from the palette by its English title, such as `Refresh`. */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.runCommand(this.paletteText(title));
  }

  /** How the palette shows a command of the extension, by its English title. */
  paletteText(title: string): string {
    return `${this.texts.title("Integration Packs")}: ${this.texts.title(title)}`;
  }

  /** Reloads the window as a user does, so that the workbench restores what was open. */
  async reloadWindow(): Promise<void> {
    const loaded = this.page.waitForEvent("load");
    await this.quickInput.runCommand("Developer: Reload Window");
    await loaded;
    await this.#icon.waitFor();
  }

  /** The welcome text of a view, with its buttons. */
  welcome(view: string): Locator {
    // The label goes on with the description of the view.
    const header = this.page.locator(`.pane-header[aria-label^="${this.texts.title(view)}"]`);
    return this.page.locator(".pane").filter({ has: header }).locator(".welcome-view-content");
  }

  /** The text above the rows of a view. */
  message(text: string | RegExp): Locator {
    return this.page.locator(".tree-explorer-viewlet-tree-view > .message").filter({ hasText: text });
  }

  /** The names of the views in the side bar, from the top. */
  async views(): Promise<string[]> {
    const headers = this.page.locator(".sidebar .pane-header");
    const labels = await headers.evaluateAll((each) =>
      each.map((header) => header.getAttribute("aria-label")),
    );
    return labels.map((label) => (label ?? "").replace(/ Section$/, ""));
  }

  /** A button of a welcome text or message, by its label. */
  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator(".statusbar-item").filter({ hasText: text });
  }

  /** The document of the visible webview: the wizard or the details. */
  get webview(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready:visible").frameLocator("#active-frame");
  }

  /** The tab of an editor or panel by its title. */
  tab(title: string | RegExp): Locator {
    return this.page.locator(".tabs-container .tab").filter({ hasText: title });
  }

  async closeTab(title: string | RegExp): Promise<void> {
    await this.tab(title).click();
    await this.tab(title).locator(".tab-actions .action-label").click();
    await this.tab(title).waitFor({ state: "detached" });
  }

  /** Replaces the settings that were added to those of the session, while the editor runs. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#editor.changeSettings(settings);
  }

  /** Changes the theme, and waits until the workbench shows it. */
  async changeTheme(theme: Theme): Promise<void> {
    await this.quickInput.runCommand("Preferences: Color Theme");
    await this.quickInput.fill(themeLabels[theme]);
    await this.quickInput.rows.filter({ hasText: themeLabels[theme] }).first().waitFor();
    await this.quickInput.accept();
    await this.quickInput.box.waitFor({ state: "hidden" });
    await this.page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor();
  }

  async saveScreenshot(file: string): Promise<void> {
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }
}
