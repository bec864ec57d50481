import * as l10n from "@vscode/l10n";
import { isAbsolute } from "node:path";
import * as vscode from "vscode";
import { errors } from "../../errors/errors.ts";

/**
 * The file that the first argument names, as a URI or, because tasks and keybindings pass only texts, as the text of one or
 * as an absolute path. Nothing without such an argument.
 *
 * @throws `InvalidRequest` for a text that is neither
 */
export function fileArgument([arg]: readonly unknown[]): vscode.Uri | undefined {
  if (arg instanceof vscode.Uri) return arg;
  if (typeof arg !== "string") return undefined;
  if (isAbsolute(arg)) return vscode.Uri.file(arg);
  if (/^[a-z][a-z\d+.-]+:/i.test(arg)) return vscode.Uri.parse(arg);
  throw errors.invalidRequest(l10n.t('"{0}" is not a file. Use a URI or an absolute path.', arg));
}
