import * as vscode from "vscode";
import type { ColorId } from "../contributions.ts";
import { DisposableOwner } from "../base/disposable.ts";

/** The theme's color for rows that need attention. */
export type RowColor = ColorId | "list.warningForeground";

/** What a row shows besides its texts. */
export interface RowDecoration {
  /** At most two characters at the right edge, which stay visible whatever the length of the label. */
  readonly badge?: string;
  /** The color of icon, label and badge. */
  readonly color?: RowColor;
}

/** The URI scheme of the rows with a decoration. */
const rowScheme = "integration-packs-row";

/** The longest badge that VS Code shows. */
const maximumBadgeLength = 2;

/** The URI that contains a decoration. VS Code asks `RowDecorations` for the decorations of URIs. */
export function decorationUri({ badge, color }: RowDecoration): vscode.Uri {
  const query = new URLSearchParams({ badge: badge ?? "", color: color ?? "" });
  return vscode.Uri.from({ scheme: rowScheme, path: "/row", query: query.toString() });
}

/** Shows the decorations of the rows of all trees. */
export class RowDecorations extends DisposableOwner implements vscode.FileDecorationProvider {
  constructor() {
    super();
    this.register(vscode.window.registerFileDecorationProvider(this));
  }

  provideFileDecoration({ scheme, query }: vscode.Uri): vscode.FileDecoration | undefined {
    if (scheme !== rowScheme) return undefined;
    const decoration = new URLSearchParams(query);
    const badge = decoration.get("badge") ?? "";
    const color = decoration.get("color") ?? "";
    return new vscode.FileDecoration(
      badge === "" || badge.length > maximumBadgeLength ? undefined : badge,
      undefined,
      color === "" ? undefined : new vscode.ThemeColor(color),
    );
  }
}
