import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { messageOf } from "../base/messageOf.ts";
import { errors } from "../errors/errors.ts";

/** Reads a UTF-8 text file. @throws `InvalidRequest` that names the file and the reason */
export async function readText(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    throw errors.invalidRequest(l10n.t('"{0}" could not be read: {1}', file.fsPath, messageOf(error)));
  }
}

/** Writes a UTF-8 text file; overwrites it. @throws `InvalidRequest` that names the file and the reason */
export async function writeText(file: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    throw errors.invalidRequest(l10n.t('"{0}" could not be written: {1}', file.fsPath, messageOf(error)));
  }
}
