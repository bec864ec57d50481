import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../../../scripts/editor/browser.ts";
import {
  checkout,
  removeFolder,
  startEditor,
  temporaryFolder,
  type Editor,
  type EditorOptions,
} from "../../../scripts/editor/editor.ts";
import { Workbench } from "./workbench.ts";

export interface SessionOptions extends Omit<EditorOptions, "workspace" | "browser" | "dataFolder"> {
  /** Whether the session gets an editor of its own, for tests that restart it or look into its data folder. */
  readonly alone?: boolean;
}

/** A window that a test works with. The members are available from `before` on. */
export interface Session {
  readonly editor: Editor;
  readonly workbench: Workbench;
  /** The path of a new folder, which is open in the window. */
  readonly workspace: string;
}

const sharedEditors = new Map<string, Promise<Editor>>();
const browser = lazily(launchBrowser);

/**
 * Opens a window on a new workspace before the tests of the surrounding `describe`, and closes it after them. All test files
 * share the editors with the same options, but not the workspaces. After a failed test there is a picture in out/e2e.
 * Console errors of the extension fail the run and name the test in which they occurred.
 */
export function useSession(options: SessionOptions = {}): Session {
  let current: Session | undefined;
  /** Reported at the end, as an error in `afterEach` would skip the tests that follow. */
  const consoleErrors: string[] = [];

  before("open the editor", async () => {
    const { alone = false, ...editorOptions } = options;
    const workspace = await temporaryFolder("workspace");
    const editor = await (alone ? start({ ...editorOptions, workspace }) : shared(editorOptions));
    await editor.openWindow({ workspace });
    current = { editor, workbench: new Workbench(editor), workspace };
    const { workbench } = current;
    await workbench.quickInput.waitForCommand(workbench.paletteText("Refresh"));
  });

  afterEach("check the console", async function () {
    const test = this.currentTest;
    if (current === undefined || test === undefined) return;
    const { editor } = current;
    if (test.state !== "passed") {
      await takePicture(editor, test.fullTitle());
      process.stdout.write(`    The window showed:\n${await describeWindow(editor)}\n`);
      // Close what would be in the way of the next test.
      for (let times = 0; times < 3; times += 1) await editor.page.keyboard.press("Escape");
    }
    for (const error of editor.consoleErrors.splice(0)) consoleErrors.push(`${test.title}: ${error}`);
  });

  after("close the window", async () => {
    if (current === undefined) return;
    const { editor, workspace } = current;
    if (options.alone === true) {
      await editor.close();
    } else {
      await editor.closeAllWindows();
      await editor.changeSettings({});
    }
    await removeFolder(workspace);
    assert.deepEqual([...consoleErrors, ...editor.consoleErrors.splice(0)], [], "errors in the console");
  });

  return {
    get editor() {
      return opened(current).editor;
    },
    get workbench() {
      return opened(current).workbench;
    },
    get workspace() {
      return opened(current).workspace;
    },
  };
}

// Runs at the end of all tests, as it is outside every `describe`.
after("end the editors", async () => {
  for (const editor of sharedEditors.values()) await (await editor).close();
  if (browser.started()) await (await browser.get()).close();
});

function opened(session: Session | undefined): Session {
  if (session === undefined) throw new Error("The editor is open from `before` on.");
  return session;
}

async function shared(options: EditorOptions): Promise<Editor> {
  const key = JSON.stringify(options);
  const editor = sharedEditors.get(key) ?? start(options);
  sharedEditors.set(key, editor);
  return editor;
}

async function start(options: EditorOptions): Promise<Editor> {
  return startEditor({ ...options, browser: await browser.get() });
}

async function takePicture(editor: Editor, title: string): Promise<void> {
  const folder = join(checkout, "out/e2e");
  mkdirSync(folder, { recursive: true });
  await editor.page.screenshot({ path: join(folder, `${title.replace(/[^\w]+/g, "-").slice(0, 120)}.png`) });
}

/** Describes the visible parts of the window in words, for a log without pictures. */
async function describeWindow(editor: Editor): Promise<string> {
  const places = {
    "quick input": ".quick-input-widget:visible",
    dialog: ".monaco-dialog-box",
    notifications: ".notification-list-item:visible",
    editors: ".tabs-container .tab",
    tree: ".pane-body .monaco-list-row:visible",
  };
  const lines: string[] = [];
  for (const [place, selector] of Object.entries(places)) {
    const texts = await editor.page.locator(selector).allInnerTexts();
    lines.push(`      ${place}: ${texts.map((text) => text.replace(/\s+/g, " ").trim()).join(" | ")}`);
  }
  return lines.join("\n");
}

function lazily<Value>(make: () => Promise<Value>) {
  let value: Promise<Value> | undefined;
  return { get: () => (value ??= make()), started: () => value !== undefined };
}
