import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { showStatusMessage } from "../../ui/showStatusMessage.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import type { Call, Services } from "../command.ts";

/** Copies the id of a row's version, component, release, pack, account or group; without a row, of a pack to pick. */
export async function copyId(services: Services, { args }: Call): Promise<void> {
  const id = await idOf(services, args[0]);
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  showStatusMessage(t("ID copied"));
}

async function idOf(services: Services, arg: unknown): Promise<string | undefined> {
  const { packageId, componentId, releaseId, accountId, groupId, packId } = rowSubject(arg);
  const id = packageId ?? componentId ?? releaseId ?? packId ?? accountId ?? groupId;
  if (id !== undefined) return id;
  return packIdOf(services, arg, { title: t("Copy Pack ID"), none: t("There are no integration packs.") });
}
