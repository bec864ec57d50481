import * as vscode from "vscode";
import { oneLine } from "../model/text/visibleText.ts";
import { hoverMarkdown, type Hover } from "./hover.ts";
import { decorationUri, type RowColor, type RowDecoration } from "./rowDecoration.ts";

/** How a tree shows one of its rows. Texts may come from outside. */
export interface Row {
  readonly label: string;
  /** The state of what the row stands for, beside the label. The shortest words come first, because a narrow view cuts the end. */
  readonly description?: string;
  /** The name of an icon; the texts say what it shows. */
  readonly icon: string;
  /** The color of the icon; that of the decoration when left out. */
  readonly iconColor?: RowColor;
  /** A badge and a color for the state, which a long label does not hide. */
  readonly decoration?: RowDecoration;
  /** Whether the row has children. */
  readonly isExpandable?: boolean;
  /** The words that `when` clauses in package.json match. */
  readonly contextValue: string;
  /** The command that a click runs. */
  readonly command?: vscode.Command;
  /** The row for a screen reader; the label and the description when left out. */
  readonly spoken?: string;
}

/** The item of a row for VS Code, which shows its texts as they are. */
export function treeItem(id: string, row: Row): vscode.TreeItem {
  const { label, description, icon, decoration, isExpandable = false, contextValue, command, spoken } = row;
  const iconColor = row.iconColor ?? decoration?.color;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(oneLine(label), isExpandable ? Collapsed : None);
  item.id = id;
  if (description !== undefined) item.description = oneLine(description);
  const color = iconColor === undefined ? undefined : new vscode.ThemeColor(iconColor);
  item.iconPath = new vscode.ThemeIcon(icon, color);
  if (decoration) item.resourceUri = decorationUri(decoration);
  item.contextValue = contextValue;
  if (command) item.command = command;
  if (spoken !== undefined) item.accessibilityInformation = { label: oneLine(spoken) };
  return item;
}

/** The item with its hover, which VS Code asks for when it first shows it. */
export function withHover(item: vscode.TreeItem, hover: Hover): vscode.TreeItem {
  item.tooltip = hoverMarkdown(hover);
  return item;
}
