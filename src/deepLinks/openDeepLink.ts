import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import type { Log } from "../base/log.ts";
import type { CommandId } from "../contributions.ts";
import { parseDeepLink, type DeepLink } from "../model/link/deepLink.ts";
import { showError } from "../ui/notifications.ts";
import { findWorkspaceFile } from "./findWorkspaceFile.ts";

/** The only commands that a link can run. They show something, or open the wizard, whose last button is the question. */
type LinkedCommand = Extract<CommandId, "integrationPacks.showPack" | "integrationPacks.release">;

/** Opens a link, and shows why where that fails. A link says what to show; it never acts and never confirms. */
export async function openDeepLink(uri: vscode.Uri, log: Log): Promise<void> {
  try {
    await open(parseDeepLink(uri));
  } catch (error) {
    log.error(`Link: ${describeError(error)}`);
    void showError(error);
  }
}

async function open(link: DeepLink): Promise<void> {
  switch (link.kind) {
    case "pack":
      await runLinked("integrationPacks.showPack", link.packId);
      break;
    case "release":
      await runLinked("integrationPacks.release", link.packId);
      break;
    case "plan": {
      const document = await vscode.workspace.openTextDocument(await findWorkspaceFile(link.file));
      await vscode.window.showTextDocument(document, { preview: false });
      break;
    }
  }
}

/** As code calls a command: what it is about is an argument, and a failure rejects. */
async function runLinked(command: LinkedCommand, packId: string): Promise<void> {
  await vscode.commands.executeCommand(command, packId);
}
