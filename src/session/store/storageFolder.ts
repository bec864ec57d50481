import { join } from "node:path";
import * as vscode from "vscode";
import type { StoreOwner } from "../../backend/earlierStores.ts";
import { repositoryId } from "./repositoryId.ts";

/** The name of the local store in the storage folder. */
export const storeName = "integration-packs.db";

/** The name of the records of the platform in the storage folder. */
export const recordsName = "boomi-platform.db";

/** The name of the folder with the latest readings of installations in the storage folder. */
export const readingsName = "installations";

/** The parts of the extension's context that name its storage. */
export type StorageContext = Pick<vscode.ExtensionContext, "storageUri" | "globalStorageUri">;

/** The path of the folder that VS Code gives the extension for this workspace; it is outside the workspace. */
export function storageFolder({ storageUri, globalStorageUri }: StorageContext): string {
  return (storageUri ?? globalStorageUri).fsPath;
}

/** A file in the storage folder, with the workspace that it belongs to. Its folder is created. */
export function storageFile(
  context: StorageContext,
  name: string,
): { readonly file: string; readonly createFolder: true; readonly owner?: StoreOwner } {
  const owner = storageOwner(context);
  return { file: join(storageFolder(context), name), createFolder: true, ...(owner && { owner }) };
}

/** The workspace to which the storage folder belongs. Nothing without a folder on this computer's disk. */
export function storageOwner({ storageUri }: StorageContext): StoreOwner | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!storageUri || folder?.scheme !== "file") return undefined;
  return { workspaceFolder: folder.fsPath, repository: repositoryId(folder.fsPath) };
}
