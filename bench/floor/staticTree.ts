import * as vscode from "vscode";

interface Row {
  readonly label: string;
  readonly item: vscode.TreeItem;
  readonly children: readonly Row[];
}

/** A tree with the same rows as the packs view of a big store. Creates all rows at once and reads nothing. */
export class StaticTree implements vscode.TreeDataProvider<Row> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #packs: readonly Row[];
  #shown: readonly Row[];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(packs: number, componentsOfPack: number) {
    this.#packs = Array.from({ length: packs }, (_, pack) => packRow(pack, componentsOfPack));
    this.#shown = this.#packs;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return row.item;
  }

  getChildren(row?: Row): Row[] {
    return [...(row?.children ?? this.#shown)];
  }

  /** Asks for a filter and applies it while the user types, as the packs view does. */
  askForFilter(): Promise<void> {
    const input = vscode.window.createInputBox();
    input.onDidChangeValue((value) => this.#setFilter(value));
    return new Promise((resolve) => {
      input.onDidHide(() => {
        this.#setFilter("");
        input.dispose();
        resolve();
      });
      input.show();
    });
  }

  #setFilter(filter: string): void {
    this.#shown = this.#packs.filter(({ label }) => label.includes(filter));
    this.#changed.fire(undefined);
  }
}

function packRow(pack: number, componentsOfPack: number): Row {
  const label = `Pack ${pack}`;
  return {
    label,
    item: itemOf(label, "changes to release", "package", "Integration pack"),
    children: Array.from({ length: componentsOfPack }, (_, at) => componentRow(`Process ${pack}-${at}`)),
  };
}

function componentRow(label: string): Row {
  return { label, item: itemOf(label, "1.0 · latest 1.2", "server-process", "Process"), children: [] };
}

function itemOf(label: string, description: string, icon: string, kind: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = label;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: `${kind} ${label}, ${description}` };
  return item;
}
