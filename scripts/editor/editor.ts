import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { editorUrl } from "./address.ts";
import { install } from "../install/install.ts";
import { launchBrowser } from "./browser.ts";
import { readExtensionTexts, type ExtensionTexts } from "./extensionTexts.ts";
import { watchConsole } from "./console.ts";
import { writeLanguage } from "./language.ts";
import { startServer, writeSettings, type Server, type ServerOptions } from "./server.ts";
import { themeName, type Theme } from "./themes.ts";
import type { EditorVersion } from "../install/versions.ts";

/** The checkout, which is an extension under development. */
export const checkout = resolve(import.meta.dirname, "../..");

/** The upper limit for whatever the editor may take its time for on a busy machine, in milliseconds. */
export const patienceMs = 90_000;

/** The limit for a window to come up: the first one after an installation reads everything from the disk. */
const startLimitMs = 240_000;

export interface EditorOptions {
  readonly version?: EditorVersion;
  /** The folder that is opened; none for a window without a folder. */
  readonly workspace?: string;
  /** Kept at the end when it is given, so that the next editor can go on with it; else a new one, removed at the end. */
  readonly dataFolder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Dark when nothing else is said. */
  readonly theme?: Theme;
  /** False opens the folder in Restricted Mode. */
  readonly trusted?: boolean;
  /** The folder of the extension under development; false when an installed one is to be used. */
  readonly extension?: string | false;
  /** A module that exports `run()`; it then runs inside the extension host. */
  readonly extensionTests?: string;
  readonly clockOffsetSeconds?: number;
  /** The display language, such as `de`; English when left out. The editor's own texts stay English. */
  readonly language?: string;
  /** Added to the environment of server and extension host, such as `TZ`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Viewport, locale, time zone and so on of the window. */
  readonly window?: BrowserContextOptions;
  /** A browser to open the window in; else one of its own. */
  readonly browser?: Browser;
}

export interface WindowOptions {
  /** Else the one that the editor was started with. */
  readonly workspace?: string | undefined;
  /** The folder of the extension under development; else the one that the editor was started with. */
  readonly extension?: string | undefined;
  /** Sees the page before anything is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
}

interface Parts {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly server: Server;
}

/** A running editor. Each of its windows has an extension host of its own. */
export class Editor {
  /** Everything that the editor remembers, its user settings and its extensions. */
  readonly dataFolder: string;
  /** Errors that the console showed, in all windows so far, and that are not the closed network's. */
  readonly consoleErrors: string[] = [];
  /** The texts of the extension in the language of the editor. */
  readonly texts: ExtensionTexts;
  readonly #options: EditorOptions;
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  #server: Server;
  #page: Page | undefined;

  constructor(options: EditorOptions, dataFolder: string, { browser, context, server }: Parts) {
    this.#options = options;
    this.dataFolder = dataFolder;
    this.texts = readExtensionTexts(this.#extension ?? checkout, options.language ?? "en");
    this.#browser = browser;
    this.#context = context;
    this.#server = server;
  }

  get version(): EditorVersion {
    return this.#options.version ?? "current";
  }

  /** The window that was opened last and is still open. */
  get page(): Page {
    if (this.#page === undefined) throw new Error("No window is open.");
    return this.#page;
  }

  /** The address of a window on a workspace, for any browser. */
  url(workspace = this.#options.workspace, extension = this.#extension): string {
    const { extensionTests } = this.#options;
    return editorUrl(this.#server.port, { workspace, extension, extensionTests });
  }

  get #extension(): string | undefined {
    const { extension = checkout } = this.#options;
    return extension === false ? undefined : extension;
  }

  async openWindow({ workspace, extension, prepare }: WindowOptions = {}): Promise<Page> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(patienceMs);
    watchConsole(page, this.consoleErrors);
    await prepare?.(page);
    await page.goto(this.url(workspace, extension), { timeout: patienceMs });
    await this.#waitForWorkbench(page, extension);
    this.#page = page;
    return page;
  }

  /** The palette does not offer commands that came after it was opened, so the extension must be known first. */
  async #waitForWorkbench(page: Page, extension = this.#extension): Promise<void> {
    await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: startLimitMs });
    // A copy of the extension is opened for its texts in another language.
    if (extension !== checkout && this.#options.language === undefined) return;
    await page
      .locator(`.activitybar .action-label[aria-label^="${this.texts.title("Integration Packs")}"]`)
      .waitFor({ timeout: startLimitMs });
  }

  /** Closes a window, and with it its extension host. The server goes on. */
  async closeWindow(page: Page = this.page): Promise<void> {
    if (page === this.#page) this.#page = undefined;
    // Only a page that is left says goodbye to its extension host, which otherwise waits for it for hours.
    await page.goto("about:blank");
    await page.close();
  }

  async closeAllWindows(): Promise<void> {
    for (const page of this.#context.pages()) await this.closeWindow(page);
  }

  /** Ends the editor, starts it again with all that it remembers, and opens its workspace. */
  async restart(changes: Pick<EditorOptions, "clockOffsetSeconds" | "settings" | "env"> = {}): Promise<Page> {
    await this.closeAllWindows();
    const { port } = this.#server;
    await this.#server.stop();
    // The port belongs to the identity of the workspace.
    this.#server = await startServer(serverOptions({ ...this.#options, ...changes }, this.dataFolder, port));
    return this.openWindow();
  }

  /** Replaces the user settings of a running editor by those it was started with and these. */
  changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const { settings: original } = serverOptions(this.#options, this.dataFolder, 0);
    return writeSettings(this.dataFolder, { ...original, ...settings });
  }

  /** Ends the extension hosts at once, as a crash would. */
  killExtensionHosts(): void {
    this.#server.killExtensionHosts();
  }

  /** What the server wrote, for the one who looks for the cause of a failure. */
  serverOutput(): string {
    return this.#server.output();
  }

  async close(): Promise<void> {
    try {
      await this.#context.close();
      if (this.#options.browser === undefined) await this.#browser.close();
    } finally {
      await this.#server.stop();
      if (this.#options.dataFolder === undefined) await removeFolder(this.dataFolder);
    }
  }
}

/** Starts an editor without opening its window. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  await install(options.version ?? "current");
  const dataFolder = options.dataFolder ?? (await temporaryFolder("editor"));
  if (options.language !== undefined) await writeLanguage(dataFolder, options.language);
  const browser = options.browser ?? (await launchBrowser());
  const server = await startServer(serverOptions(options, dataFolder, 0));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options.window });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return new Editor(options, dataFolder, { browser, context, server });
}

/** Starts an editor and opens its window. */
export async function openEditor(options: EditorOptions = {}): Promise<Editor> {
  const editor = await startEditor(options);
  try {
    await editor.openWindow();
    return editor;
  } catch (error) {
    await editor.close();
    throw error;
  }
}

/** A new empty folder in the system's place for such. */
export function temporaryFolder(purpose: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `integration-packs-${purpose}-`));
}

/** Removes a folder in which an editor that has just ended may still have been writing. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function serverOptions(options: EditorOptions, dataFolder: string, port: number): ServerOptions {
  const {
    version = "current",
    settings = {},
    theme = "dark",
    trusted = true,
    clockOffsetSeconds = 0,
    env = {},
  } = options;
  return {
    version,
    dataFolder,
    port,
    settings: { "workbench.colorTheme": themeName(version, theme), ...settings },
    asksForTrust: !trusted,
    clockOffsetSeconds,
    env,
  };
}
