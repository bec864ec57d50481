import * as vscode from "vscode";
import { hoverMarkdown, type Hover } from "./hover.ts";

/** A hover over a part of a document. */
export function editorHover(hover: Hover, range: vscode.Range): vscode.Hover {
  return new vscode.Hover(hoverMarkdown(hover), range);
}
