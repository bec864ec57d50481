import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { watchConsole } from "./console.ts";
import { startServer, type Server, type ServerOptions } from "./server.ts";
import type { EditorVersion } from "./versions.ts";

/** The checkout, which is an extension under development. */
export const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** The upper limit for whatever the editor may take its time for on a busy machine, in milliseconds. */
export const patienceMs = 90_000;

export interface EditorOptions {
  readonly version?: EditorVersion;
  /** The folder that is opened; none for a window without a folder. */
  readonly workspace?: string;
  /** Kept at the end when it is given, so that the next editor can go on with it; else a new one, removed at the end. */
  readonly dataFolder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A value of `workbench.colorTheme`; see the e2e support for names. */
  readonly theme?: string;
  /** False opens the folder in Restricted Mode. */
  readonly trusted?: boolean;
  /** The folder of the extension under development; false when an installed one is to be used. */
  readonly extension?: string | false;
  /** A module that exports `run()`; it then runs inside the extension host. */
  readonly extensionTests?: string;
  readonly clockOffsetSeconds?: number;
  /** Added to the environment of server and extension host, such as `TZ`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Viewport, locale, time zone and so on of the window. */
  readonly window?: BrowserContextOptions;
  /** A browser to open the window in; else one of its own. */
  readonly browser?: Browser;
}

/** A running editor with one open window. */
export class Editor {
  readonly dataFolder: string;
  /** Errors that the console showed and that are not the closed network's. */
  readonly consoleErrors: string[] = [];
  readonly #options: EditorOptions;
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  #server: Server;
  #page: Page | undefined;

  constructor(
    options: EditorOptions,
    dataFolder: string,
    parts: { browser: Browser; context: BrowserContext; server: Server },
  ) {
    this.#options = options;
    this.dataFolder = dataFolder;
    this.#browser = parts.browser;
    this.#context = parts.context;
    this.#server = parts.server;
  }

  /** The window. */
  get page(): Page {
    if (this.#page === undefined) throw new Error("The window is closed.");
    return this.#page;
  }

  /** The address of the window, for any browser. */
  get url(): string {
    const authority = `127.0.0.1:${this.#server.port}`;
    const remote = (path: string) => `vscode-remote://${authority}${encodeURI(path)}`;
    const { workspace, extension = checkout, extensionTests } = this.#options;
    const payload: [string, string][] = [];
    if (extension !== false) payload.push(["extensionDevelopmentPath", remote(extension)]);
    if (extensionTests !== undefined) payload.push(["extensionTestsPath", remote(extensionTests)]);
    const query = new URLSearchParams(workspace === undefined ? { ew: "true" } : { folder: workspace });
    if (payload.length > 0) query.set("payload", JSON.stringify(payload));
    return `http://${authority}/?${query.toString()}`;
  }

  /** Opens the window; `prepare` sees the page before anything is loaded. */
  async open(prepare?: (page: Page) => Promise<void>): Promise<Page> {
    this.#page = await this.openWindow(prepare);
    return this.#page;
  }

  /** Opens one more window on the same workspace, with an extension host of its own. */
  async openWindow(prepare?: (page: Page) => Promise<void>): Promise<Page> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(patienceMs);
    watchConsole(page, this.consoleErrors);
    await prepare?.(page);
    await page.goto(this.url, { timeout: patienceMs });
    await waitForWorkbench(page);
    return page;
  }

  /** Reloads the window, as *Reload Window* does. */
  async reload(): Promise<void> {
    await this.page.reload({ timeout: patienceMs });
    await waitForWorkbench(this.page);
  }

  /** Closes the window, and with it its extension host. The server goes on. */
  async closeWindow(page: Page = this.page): Promise<void> {
    if (page === this.#page) this.#page = undefined;
    // Only a page that is left says goodbye to its extension host, which otherwise waits for it for hours.
    await page.goto("about:blank");
    await page.close();
  }

  /** Ends the editor and starts it again with all that it remembers. Options can be changed on the way. */
  async restart(changes: Pick<EditorOptions, "clockOffsetSeconds" | "settings" | "env"> = {}): Promise<Page> {
    if (this.#page !== undefined) await this.closeWindow();
    const { port } = this.#server;
    await this.#server.stop();
    // The port belongs to the identity of the workspace.
    this.#server = await startServer(serverOptions({ ...this.#options, ...changes }, this.dataFolder, port));
    return this.open();
  }

  killExtensionHosts(): void {
    this.#server.killExtensionHosts();
  }

  /** What the server wrote. */
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
  const dataFolder = options.dataFolder ?? (await temporaryFolder("editor"));
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
    await editor.open();
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
    theme,
    trusted = true,
    clockOffsetSeconds = 0,
    env = {},
  } = options;
  return {
    version,
    dataFolder,
    port,
    settings: theme === undefined ? settings : { ...settings, "workbench.colorTheme": theme },
    asksForTrust: !trusted,
    clockOffsetSeconds,
    env,
  };
}

async function waitForWorkbench(page: Page): Promise<void> {
  await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: patienceMs });
}
