import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { ComponentItem } from "../views/packs/componentItem.ts";
import { VersionItem } from "../views/packs/versionItem.ts";
import type { Call, Services } from "./command.ts";
import { packIdOf } from "./pickers.ts";

const shortly = 3000;

/** Copies the id of the row: of a pack, a component or a packaged component. */
export async function copyId(services: Services, { args }: Call): Promise<void> {
  const id = await idOf(services, args[0]);
  if (id === undefined) return;
  await vscode.env.clipboard.writeText(id);
  vscode.window.setStatusBarMessage(t("ID copied"), shortly);
}

async function idOf(services: Services, arg: unknown): Promise<string | undefined> {
  if (arg instanceof ComponentItem) return arg.component.componentId;
  if (arg instanceof VersionItem) return arg.version.packageId;
  return packIdOf(services, arg, { title: t("Copy Pack ID"), none: t("There are no integration packs.") });
}
