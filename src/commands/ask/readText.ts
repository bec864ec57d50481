import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { errors } from "../../errors/errors.ts";

/** The text of a file in UTF-8. @throws `InvalidRequest` that names the file and the reason */
export async function readText(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.invalidRequest(t('"{0}" could not be read: {1}', file.fsPath, reason));
  }
}
