import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import { oneLine } from "../model/text/visibleText.ts";
import { linklessText } from "./plainText.ts";

/** A tree in the view container. */
export class TreeView<Node> extends DisposableOwner {
  readonly #view: vscode.TreeView<Node>;

  constructor(id: string, options: vscode.TreeViewOptions<Node>) {
    super();
    this.#view = this.register(vscode.window.createTreeView(id, options));
  }

  /** Shows a text beside the title of the view; `""` for none. */
  describe(text: string): void {
    this.#view.description = oneLine(text);
  }

  /** Shows a text above the rows; nothing for none or `""`. */
  showMessage(text: string | undefined): void {
    this.#view.message = text === undefined || text === "" ? undefined : linklessText(text);
  }

  /** Shows a number on the icon of the view and on that of its container; 0 for none. `meaning` says what it counts. */
  showBadge(value: number, meaning: string): void {
    this.#view.badge = value === 0 ? undefined : { value, tooltip: oneLine(meaning) };
  }

  /** Selects the row, moves the focus to it, and expands it. */
  async reveal(node: Node): Promise<void> {
    await this.#view.reveal(node, { select: true, focus: true, expand: true });
  }
}
