// The part of the stand-in of the VS Code API that shows texts. It records what it receives, and shows nothing.

/** A call of a member that shows texts, with the object that has them. Its properties may change after the call. */
interface Showing {
  readonly member: string;
  readonly shown: unknown;
}

/** The calls so far. */
export const showings: Showing[] = [];

/** Records what a member shows. Returns it. */
export function show<T>(member: string, shown: T): T {
  showings.push({ member, shown });
  return shown;
}

/** Every text that a value contains. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1 };
export const StatusBarAlignment = { Left: 1 };
export const QuickInputButtons = { Back: {} };

export class ThemeIcon {
  readonly id: string;
  readonly color: unknown;

  constructor(id: string, color?: unknown) {
    this.id = id;
    this.color = color;
  }
}

export class ThemeColor {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

export class FileDecoration {
  readonly badge: string | undefined;
  readonly tooltip: string | undefined;
  readonly color: unknown;

  constructor(badge?: string, tooltip?: string, color?: unknown) {
    this.badge = badge;
    this.tooltip = tooltip;
    this.color = color;
  }
}

export class TreeItem {
  label: string;

  constructor(label: string) {
    this.label = label;
    show("TreeItem", this);
  }
}

export class MarkdownString {
  value: string;

  constructor(value = "") {
    this.value = value;
    show("MarkdownString", this);
  }
}

export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2 };

export class Diagnostic {
  readonly range: unknown;
  readonly message: string;
  readonly severity: number;

  constructor(range: unknown, message: string, severity: number) {
    this.range = range;
    this.message = message;
    this.severity = severity;
    show("Diagnostic", this);
  }
}

export class Hover {
  readonly contents: unknown;
  readonly range: unknown;

  constructor(contents: unknown, range: unknown) {
    this.contents = contents;
    this.range = range;
    show("Hover", this);
  }
}

/** A quick pick or an input box that is hidden as soon as it is shown. */
function input(member: string) {
  let hide = () => undefined as unknown;
  const on = () => ({ dispose: () => undefined });
  return show(member, {
    title: "",
    placeholder: "",
    prompt: "",
    value: "",
    items: [] as unknown[],
    onDidAccept: on,
    onDidChangeValue: on,
    onDidChangeSelection: on,
    onDidTriggerButton: on,
    onDidHide: (listener: () => unknown) => {
      hide = listener;
      return on();
    },
    show: () => void setImmediate(() => hide()),
    hide: () => void hide(),
    dispose: () => undefined,
  });
}

const item = (member: string) =>
  show(member, {
    text: "",
    tooltip: undefined,
    show: () => undefined,
    hide: () => undefined,
    dispose: () => undefined,
  });

/** The members of `vscode.window` that show texts, but for messages and panels. */
export const showingWindow = {
  createInputBox: () => input("createInputBox"),
  createQuickPick: () => input("createQuickPick"),
  createStatusBarItem: () => item("createStatusBarItem"),
  createTreeView: () =>
    show("createTreeView", { description: "", message: undefined, dispose: () => undefined }),
  registerFileDecorationProvider: () => ({ dispose: () => undefined }),
  createOutputChannel: () => {
    const write = (line: string) => void show("createOutputChannel", line);
    return { info: write, warn: write, error: write, show: () => undefined, dispose: () => undefined };
  },
  setStatusBarMessage: (text: string) => void show("setStatusBarMessage", text),
  showQuickPick: (rows: unknown, options: unknown) =>
    Promise.resolve(void show("showQuickPick", [rows, options])),
  showOpenDialog: (options: unknown) => Promise.resolve(void show("showOpenDialog", options)),
  showSaveDialog: (options: unknown) => Promise.resolve(void show("showSaveDialog", options)),
};
