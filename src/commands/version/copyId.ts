import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { plural } from "../../base/language.ts";
import { showStatusMessage } from "../../ui/showStatusMessage.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import type { Call, Services } from "../command.ts";

/** Copies the ids of the selected rows' versions, components, releases, packs, accounts or groups, a line each; without a row, of a pack to pick. */
export async function copyId(services: Services, { args, rows }: Call): Promise<void> {
  const ids = rows ? rows.map(idOfRow) : [await idOf(services, args[0])];
  const text = ids.filter((id) => id !== undefined).join("\n");
  if (text === "") return;
  await vscode.env.clipboard.writeText(text);
  showStatusMessage(plural(ids.length, l10n.t("ID copied"), l10n.t("{0} IDs copied", ids.length)));
}

function idOfRow(row: unknown): string | undefined {
  const { packageId, componentId, releaseId, accountId, groupId, packId } = rowSubject(row);
  return packageId ?? componentId ?? releaseId ?? packId ?? accountId ?? groupId;
}

async function idOf(services: Services, arg: unknown): Promise<string | undefined> {
  const id = idOfRow(arg);
  if (id !== undefined) return id;
  return packIdOf(services, arg, {
    title: l10n.t("Copy Pack ID"),
    none: l10n.t("There are no integration packs."),
  });
}
