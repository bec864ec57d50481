import { registerHooks } from "node:module";
import type * as vscode from "vscode";
import { Emitter } from "../../../src/base/event.ts";
import type { Log } from "../../../src/base/log.ts";

const editorApi = new URL("./editorApi.ts", import.meta.url).href;

/** Makes later imports of `vscode` resolve to the stand-in in editorApi.ts. */
export function provideEditorApi(): void {
  registerHooks({
    resolve: (specifier, context, next) => next(specifier === "vscode" ? editorApi : specifier, context),
  });
}

type Listener = (message: unknown) => unknown;

class EditorWebview implements vscode.Webview {
  options = {};
  html = "";
  isHidden = false;
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

  /** Throws if the message cannot be cloned, as it could not be sent to the page. A hidden page does not get it. */
  postMessage(message: unknown): Promise<boolean> {
    if (this.isHidden) return Promise.resolve(false);
    this.posted.push(structuredClone(message));
    return Promise.resolve(true);
  }
}

/** A webview panel without a window. `receive` plays the page; `posted` has the messages to the page. */
export class EditorPanel implements vscode.WebviewPanel {
  readonly viewType = "panel";
  title = "";
  readonly options = {};
  readonly viewColumn = undefined;
  readonly active = true;
  readonly visible = true;
  readonly webview = new EditorWebview();
  isClosed = false;
  /** How often it was brought to the front. */
  revealed = 0;
  readonly #closed = new Emitter<void>();
  readonly onDidChangeViewState = () => ({ dispose: () => undefined });
  readonly onDidDispose = this.#closed.event;

  /** The messages to the page so far. */
  get posted(): readonly unknown[] {
    return this.webview.posted;
  }

  /** Whether the page is gone until the panel is shown again. */
  get isHidden(): boolean {
    return this.webview.isHidden;
  }

  set isHidden(isHidden: boolean) {
    this.webview.isHidden = isHidden;
  }

  /** Passes a message of the page to the extension. Resolves once the extension has handled it. */
  async receive(message: unknown): Promise<void> {
    await Promise.all([...this.webview.listeners].map((listener) => listener(message)));
  }

  reveal(): void {
    this.revealed += 1;
  }

  dispose(): void {
    this.isClosed = true;
    this.#closed.fire();
  }
}

/** A log that counts its warnings. */
export class CountingLog implements Log {
  warnings = 0;

  info(): void {
    // Not counted.
  }

  warn(): void {
    this.warnings += 1;
  }

  error(): void {
    // The page gets errors as well.
  }
}
