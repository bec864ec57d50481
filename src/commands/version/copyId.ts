import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { Call, Services } from "../command.ts";
import { packIdOf } from "../ask/pickers.ts";
import { rowSubject } from "../ask/rowSubject.ts";

const shortly = 3000;

/** Copies the id of the row: the innermost of what it stands for. */
export async function copyId(services: Services, { args }: Call): Promise<void> {
  const id = await idOf(services, args[0]);
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  vscode.window.setStatusBarMessage(t("ID copied"), shortly);
}

async function idOf(services: Services, arg: unknown): Promise<string | undefined> {
  const { packageId, componentId, releaseId, accountId, groupId, packId } = rowSubject(arg);
  const id = packageId ?? componentId ?? releaseId ?? packId ?? accountId ?? groupId;
  if (id !== undefined) return id;
  return packIdOf(services, arg, { title: t("Copy Pack ID"), none: t("There are no integration packs.") });
}
