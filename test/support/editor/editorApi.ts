import type * as vscode from "vscode";
import { EditorPanel } from "./editorPanel.ts";
import { editorSettings } from "./editorSettings.ts";
import { show, showingWindow } from "./shownTexts.ts";

export { Emitter as EventEmitter } from "../../../src/base/event.ts";
export {
  Diagnostic,
  DiagnosticSeverity,
  FileDecoration,
  Hover,
  MarkdownString,
  QuickInputButtons,
  StatusBarAlignment,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
} from "./shownTexts.ts";

// A stand-in for the part of the VS Code API that panels and the session use. It records the calls.

/** The calls so far. */
export const recordedCalls = {
  clipboard: [] as string[],
  commands: [] as string[],
  errors: [] as string[],
  /** Shown as information. */
  messages: [] as string[],
  warnings: [] as string[],
  panels: [] as { readonly viewType: string; readonly title: string; readonly panel: EditorPanel }[],
  serializers: new Map<string, vscode.WebviewPanelSerializer>(),
};

export class Uri {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;

  constructor(path: string, scheme = "file", query = "") {
    this.scheme = scheme;
    this.path = path;
    this.query = query;
  }

  static joinPath(base: Uri, ...parts: readonly string[]): Uri {
    return new Uri([base.path, ...parts].join("/"));
  }

  static file(path: string): Uri {
    return new Uri(path);
  }

  static from({ path, scheme, query }: Pick<Uri, "path"> & Partial<Pick<Uri, "scheme" | "query">>): Uri {
    return new Uri(path, scheme, query);
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    return `${this.scheme}://${this.path}${this.query === "" ? "" : `?${this.query}`}`;
  }
}

export class Position {
  readonly line: number;
  readonly character: number;

  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(start: Position, end: Position) {
    this.start = start;
    this.end = end;
  }
}

export const ProgressLocation = { Notification: 15 };
export const l10n = { bundle: undefined };
export const env = {
  language: "en",
  clipboard: {
    writeText: (text: string) => {
      recordedCalls.clipboard.push(text);
      return Promise.resolve();
    },
  },
};
export const commands = {
  executeCommand: (command: string, ...args: unknown[]) => {
    show("executeCommand", args);
    recordedCalls.commands.push(command);
    return Promise.resolve();
  },
};
export const ViewColumn = { Active: -1 };
export const window = {
  ...showingWindow,
  createWebviewPanel: (viewType: string, title: string) => {
    const panel = new EditorPanel();
    show("createWebviewPanel", title);
    recordedCalls.panels.push({ viewType, title, panel });
    return panel;
  },
  registerWebviewPanelSerializer: (viewType: string, serializer: vscode.WebviewPanelSerializer) => {
    recordedCalls.serializers.set(viewType, serializer);
    return { dispose: () => void recordedCalls.serializers.delete(viewType) };
  },
  showInformationMessage: (message: string, ...options: unknown[]) => {
    show("showInformationMessage", [message, ...options]);
    recordedCalls.messages.push(message);
    return Promise.resolve(undefined);
  },
  showWarningMessage: (message: string, ...options: unknown[]) => {
    show("showWarningMessage", [message, ...options]);
    recordedCalls.warnings.push(message);
    return Promise.resolve(undefined);
  },
  showErrorMessage: (message: string, ...options: unknown[]) => {
    show("showErrorMessage", [message, ...options]);
    recordedCalls.errors.push(message);
    return Promise.resolve(undefined);
  },
  withProgress: <T>(options: unknown, work: (progress: unknown, token: unknown) => Promise<T>) =>
    work(
      { report: (step: unknown) => void show("withProgress", step) },
      {
        options: show("withProgress", options),
        isCancellationRequested: false,
        onCancellationRequested: () => ({ dispose: () => undefined }),
      },
    ),
  showTextDocument: () => Promise.resolve(),
};
export const workspace = {
  workspaceFolders: undefined as
    { readonly uri: { readonly scheme: string; readonly fsPath: string } }[] | undefined,
  openTextDocument: (uri: Uri) => Promise.resolve(uri),
  getConfiguration: () => editorSettings,
  onDidChangeConfiguration: editorSettings.onDidChange,
  get isTrusted() {
    return editorSettings.isTrusted;
  },
};
