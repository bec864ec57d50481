import { registerHooks } from "node:module";
import type * as vscode from "vscode";
import { Emitter } from "../../../src/base/event.ts";
import type { Log } from "../../../src/base/log.ts";

const editorApi = new URL("./editorApi.ts", import.meta.url).href;

/** From now on, what is imported finds the part of the editor's API that panels use. The editor alone has the real one. */
export function provideEditorApi(): void {
  registerHooks({
    resolve: (specifier, context, next) => next(specifier === "vscode" ? editorApi : specifier, context),
  });
}

type Listener = (message: unknown) => unknown;

class EditorWebview implements vscode.Webview {
  options = {};
  html = "";
  readonly cspSource = "vscode-webview:";
  readonly posted: unknown[] = [];
  readonly listeners = new Set<Listener>();
  readonly onDidReceiveMessage = (listener: Listener) => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };

  asWebviewUri(uri: vscode.Uri): vscode.Uri {
    return uri;
  }

  /** As it goes to another process, what cannot be cloned is a failure. */
  postMessage(message: unknown): Promise<boolean> {
    this.posted.push(structuredClone(message));
    return Promise.resolve(true);
  }
}

/** A webview panel without a window: what the page would send comes in by `receive`, what it would get is kept. */
export class EditorPanel implements vscode.WebviewPanel {
  readonly viewType = "panel";
  title = "";
  readonly options = {};
  readonly viewColumn = undefined;
  readonly active = true;
  readonly visible = true;
  readonly webview = new EditorWebview();
  readonly #closed = new Emitter<void>();
  readonly onDidChangeViewState = () => ({ dispose: () => undefined });
  readonly onDidDispose = this.#closed.event;

  /** What the page was sent so far. */
  get posted(): readonly unknown[] {
    return this.webview.posted;
  }

  /** Resolves once the extension is done with the message. */
  async receive(message: unknown): Promise<void> {
    await Promise.all([...this.webview.listeners].map((listener) => listener(message)));
  }

  reveal(): void {
    // There is no window to show it in.
  }

  dispose(): void {
    this.#closed.fire();
  }
}

/** A log that counts its warnings. */
export class CountingLog implements Log {
  warnings = 0;

  info(): void {
    // Nobody reads it here.
  }

  warn(): void {
    this.warnings += 1;
  }

  error(): void {
    // What went wrong is told to the page as well.
  }
}
