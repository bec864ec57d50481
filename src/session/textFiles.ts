import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { messageOf } from "../base/messageOf.ts";
import { errors } from "../errors/errors.ts";

/** The text of a file in UTF-8. @throws `InvalidRequest` that names the file and the reason */
export async function readText(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    throw errors.invalidRequest(t('"{0}" could not be read: {1}', file.fsPath, messageOf(error)));
  }
}

/** Writes a text into a file in UTF-8, over what it contains. @throws `InvalidRequest` that names the file and the reason */
export async function writeText(file: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    throw errors.invalidRequest(t('"{0}" could not be written: {1}', file.fsPath, messageOf(error)));
  }
}
