import * as vscode from "vscode";
import { oneLine } from "../../model/text/visibleText.ts";
import { answered, type Answer } from "./confirmed.ts";

/** A question for a file. */
export interface FileQuestion {
  readonly title: string;
  /** The button, a verb. */
  readonly button: string;
  /** File name extensions by the name of the kind of file. */
  readonly filters: Readonly<Record<string, string[]>>;
}

/** Asks for an existing file. Resolves to nothing when the person cancels. */
export async function askForFile({
  title,
  button,
  filters,
}: FileQuestion): Promise<Answer<vscode.Uri> | undefined> {
  const options = { title: oneLine(title), openLabel: oneLine(button), filters };
  const [file] = (await vscode.window.showOpenDialog(options)) ?? [];
  return file && answered(file);
}

/** Asks where to save a file. The dialog asks before it replaces a file. Resolves to nothing when the person cancels. */
export async function askForNewFile(
  { title, button, filters }: FileQuestion,
  defaultUri: vscode.Uri | undefined,
): Promise<Answer<vscode.Uri> | undefined> {
  const options = {
    title: oneLine(title),
    saveLabel: oneLine(button),
    filters,
    ...(defaultUri && { defaultUri }),
  };
  const file = await vscode.window.showSaveDialog(options);
  return file && answered(file);
}
