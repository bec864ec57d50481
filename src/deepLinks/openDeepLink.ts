import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import type { CommandId } from "../contributions.ts";
import { parseDeepLink, type DeepLink } from "../model/link/deepLink.ts";
import { parsePlan } from "../model/plan/file/parsePlan.ts";
import { showError } from "../ui/notifications.ts";
import type { DeepLinkServices } from "./deepLinkServices.ts";
import { findWorkspaceFile } from "./findWorkspaceFile.ts";

/** The only commands that a link can run. They show something, or open the wizard, whose last button is the question. */
type LinkedCommand = Extract<CommandId, "integrationPacks.showPack" | "integrationPacks.release">;

/** Opens a link, and shows why where that fails. A link says what to show; it never acts and never confirms. */
export async function openDeepLink(uri: vscode.Uri, services: DeepLinkServices): Promise<void> {
  try {
    await open(parseDeepLink(uri), services);
  } catch (error) {
    services.log.error(`Link: ${describeError(error)}`);
    void showError(error);
  }
}

async function open(link: DeepLink, services: DeepLinkServices): Promise<void> {
  switch (link.kind) {
    case "pack":
      return runLinked("integrationPacks.showPack", link.packId);
    case "release":
      return runLinked("integrationPacks.release", link.packId);
    case "plan":
      return openPlanFile(await findWorkspaceFile(link.file), services);
  }
}

/** Opens the wizard with the plan of a file; a file that cannot be used is shown as text. */
async function openPlanFile(file: vscode.Uri, { openPlan }: DeepLinkServices): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  try {
    await openPlan({ plan: parsePlan(document.getText()), file });
  } catch (error) {
    await vscode.window.showTextDocument(document, { preview: false });
    throw error;
  }
}

/** As code calls a command: what it is about is an argument, and a failure rejects. */
async function runLinked(command: LinkedCommand, packId: string): Promise<void> {
  await vscode.commands.executeCommand(command, packId);
}
