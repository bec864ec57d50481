/** A place where VS Code shows a text. */
export interface ShownPlace {
  readonly name: string;
  /** The member of the VS Code API that receives the text. */
  readonly member: string;
  /** What VS Code makes of the text. */
  readonly does: {
    readonly links?: boolean;
    readonly icons?: boolean;
    readonly markdown?: boolean;
    /** It shows several lines. */
    readonly lines?: boolean;
  };
  /** What VS Code receives. */
  readonly text: string;
}

const links = { links: true };
const icons = { icons: true };
const both = { links: true, icons: true };
const markdown = { markdown: true };
const lines = { lines: true };
const plain = {};

/** Shows the text in every place of src/ui. The stand-in of the VS Code API must be provided. */
export async function shownPlaces(text: string): Promise<ShownPlace[]> {
  const [ask, { pick }, { pickSeveral }, { pickWhileTyping }, { multiStep }, files, notifications, progress] =
    await Promise.all([
      import("../../../src/ui/ask/confirm.ts"),
      import("../../../src/ui/ask/pick.ts"),
      import("../../../src/ui/ask/pickSeveral.ts"),
      import("../../../src/ui/ask/pickWhileTyping.ts"),
      import("../../../src/ui/ask/multiStep.ts"),
      import("../../../src/ui/ask/files.ts"),
      import("../../../src/ui/notifications.ts"),
      import("../../../src/ui/progress.ts"),
    ]);
  const [
    { treeItem, withHover },
    { StatusItem },
    { showStatusMessage },
    { TreeView },
    { createPanel },
    { openChanges },
    { OutputLog },
    { diagnostic },
    { editorHover },
  ] = await Promise.all([
    import("../../../src/ui/row.ts"),
    import("../../../src/ui/statusItem.ts"),
    import("../../../src/ui/showStatusMessage.ts"),
    import("../../../src/ui/treeView.ts"),
    import("../../../src/ui/createPanel.ts"),
    import("../../../src/ui/openChanges.ts"),
    import("../../../src/ui/outputLog.ts"),
    import("../../../src/ui/diagnostic.ts"),
    import("../../../src/ui/editorHover.ts"),
  ]);
  const recorded = (await import("../../support/editor/shownTexts.ts")).showings;
  const { Position, Range, TreeItem, Uri } = await import("vscode");
  const row = { label: text, description: text, detail: text, value: "1" };
  const hover = { title: text, facts: [[text, text]] as const, closing: text };
  const file = { title: text, button: text, filters: {} };
  const treeDataProvider = { getChildren: () => [], getTreeItem: () => new TreeItem("") };
  const log = new OutputLog();

  /** The last thing that the member showed while `work` ran. */
  const during = async (member: string, work: () => unknown): Promise<unknown> => {
    recorded.length = 0;
    await work();
    return recorded.findLast((each) => each.member === member)?.shown;
  };
  const places: ShownPlace[] = [];
  const add = (
    name: string,
    member: string,
    does: ShownPlace["does"],
    shown: unknown,
    ...path: (string | number)[]
  ) => void places.push({ name, member, does, text: textAt(shown, path) });

  for (const [name, show] of [
    ["Information", notifications.showInformation],
    ["Warning", notifications.showWarning],
    ["Error", notifications.showErrorMessage],
  ] as const) {
    const member = `show${name}Message`;
    add(`notification: ${name}`, member, links, await during(member, () => show(text)), 0);
  }
  const dialog = await during("showWarningMessage", () =>
    ask.confirm({ message: text, detail: [text, [text]], button: "Agree" }),
  );
  add("dialog: message", "showWarningMessage", plain, dialog, 0);
  const [paragraph = "", list = ""] = textAt(dialog, [1, "detail"]).split("\n\n");
  add("dialog: paragraph", "showWarningMessage", plain, paragraph);
  add("dialog: list", "showWarningMessage", plain, list);

  const picked = await during("showQuickPick", () => pick(text, [row], "None", text));
  for (const part of ["label", "description", "detail"]) {
    add(`pick: ${part}`, "showQuickPick", icons, picked, 0, 0, part);
  }
  for (const part of ["title", "placeHolder"]) add(`pick: ${part}`, "showQuickPick", plain, picked, 1, part);
  const several = await during("createQuickPick", () =>
    pickSeveral({
      title: () => text,
      placeholder: text,
      limit: 1,
      read: () => Promise.resolve([row]),
      onNone: () => undefined,
    }),
  );
  const step = await during("createQuickPick", () =>
    multiStep(text, 1, (steps) => steps.pick({ placeholder: text, picks: [row] })),
  );
  for (const [name, shown] of [
    ["several", several],
    ["step", step],
  ] as const) {
    for (const part of ["label", "description", "detail"]) {
      add(`${name}: ${part}`, "createQuickPick", icons, shown, "items", 0, part);
    }
    for (const part of ["title", "placeholder"])
      add(`${name}: ${part}`, "createQuickPick", plain, shown, part);
  }
  const entered = await during("createInputBox", () =>
    multiStep(text, 1, (steps) => steps.text({ prompt: text, value: "x", problem: () => text })),
  );
  for (const part of ["prompt", "validationMessage"])
    add(`text: ${part}`, "createInputBox", both, entered, part);
  add("text: title", "createInputBox", plain, entered, "title");
  const live = await during("createQuickPick", () =>
    pickWhileTyping({
      title: text,
      placeholder: text,
      text: "",
      typed: () => row,
      picks: [row],
      onDidType: () => undefined,
    }),
  );
  for (const index of [0, 1]) {
    for (const part of ["label", "description", "detail"]) {
      add(`live pick ${index}: ${part}`, "createQuickPick", icons, live, "items", index, part);
    }
  }
  for (const part of ["title", "placeholder"])
    add(`live pick: ${part}`, "createQuickPick", plain, live, part);
  const opened = await during("showOpenDialog", () => files.askForFile(file));
  add("file: title", "showOpenDialog", plain, opened, "title");
  const saved = await during("showSaveDialog", () => files.askForNewFile(file, Uri.file("/x")));
  add("new file: title", "showSaveDialog", plain, saved, "title");

  const started = await during("withProgress", () => progress.withSteps(text, () => Promise.resolve()));
  add("progress: title", "withProgress", links, started, "title");
  const reported = await during("withProgress", () => progress.withSteps("", (showStep) => showStep(text)));
  add("progress: step", "withProgress", links, reported, "message");

  const item = treeItem("id", { label: text, description: text, icon: "x", contextValue: "x", spoken: text });
  for (const part of ["label", "description"]) add(`row: ${part}`, "TreeItem", plain, item, part);
  add("row: spoken", "TreeItem", plain, item, "accessibilityInformation", "label");
  add("row: hover", "MarkdownString", markdown, withHover(item, hover), "tooltip", "value");
  const shownView = await during("createTreeView", () => {
    const view = new TreeView("view", { treeDataProvider });
    view.describe(text);
    view.showMessage(text);
  });
  add("view: description", "createTreeView", plain, shownView, "description");
  add("view: message", "createTreeView", links, shownView, "message");

  const bar = await during("createStatusBarItem", () => {
    new StatusItem("item", "Item", "command").show({ icon: "own", text, hover, spoken: text });
  });
  add("status bar: text", "createStatusBarItem", icons, bar, "text");
  add("status bar: spoken", "createStatusBarItem", plain, bar, "accessibilityInformation", "label");
  add("status bar: hover", "MarkdownString", markdown, bar, "tooltip", "value");
  const message = await during("setStatusBarMessage", () => showStatusMessage(text));
  add("status bar: message", "setStatusBarMessage", icons, message);

  add(
    "tab",
    "createWebviewPanel",
    plain,
    await during("createWebviewPanel", () => createPanel("x", text, {})),
  );
  add("comparison", "executeCommand", plain, await during("executeCommand", () => openChanges(text, [])), 0);
  const range = new Range(new Position(0, 0), new Position(0, 1));
  add(
    "diagnostic",
    "Diagnostic",
    plain,
    diagnostic({ range, text, severity: "warning", code: "x" }),
    "message",
  );
  add("hover in a document", "Hover", markdown, editorHover(hover, range), "contents", "value");
  for (const level of ["info", "warn", "error"] as const) {
    add(
      `log: ${level}`,
      "createOutputChannel",
      lines,
      await during("createOutputChannel", () => log[level](text)),
    );
  }
  return places;
}

/** The text at the place in an object. */
function textAt(value: unknown, path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>(
    (inside, key) => (inside !== null && typeof inside === "object" ? Reflect.get(inside, key) : undefined),
    value,
  );
  return typeof found === "string" ? found : "";
}
