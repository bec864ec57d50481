import * as l10n from "@vscode/l10n";
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { EarlierStores } from "../../backend/earlierStores.ts";
import { errors } from "../../errors/errors.ts";
import { readSetting } from "../../ui/settings/readSetting.ts";
import type { ActiveBackend } from "../activeBackend.ts";
import { recordsName, storageFolder, storageOwner, storeName, type StorageContext } from "./storageFolder.ts";

/**
 * The stores, or the records of the platform, that other workspaces have in their storage. VS Code gives a workspace another
 * storage when its folder is renamed or moved, or opened as a saved workspace.
 *
 * @throws `Unsupported` when the store is not in the storage of a workspace
 */
export async function earlierStores(context: StorageContext, backend: ActiveBackend): Promise<EarlierStores> {
  const isPlatform = readSetting("integrationPacks.backend") === "platform";
  const owner = storageOwner(context);
  const isElsewhere = !isPlatform && readSetting("integrationPacks.local.storePath").trim() !== "";
  if (!owner || isElsewhere) {
    throw errors.unsupported(
      l10n.t(
        "Only a store in the storage of a workspace has earlier ones. Open a folder, and leave integrationPacks.local.storePath empty.",
      ),
    );
  }
  const name = isPlatform ? recordsName : storeName;
  const store = join(storageFolder(context), name);
  const options = { store, owner, candidates: candidates(storageFolder(context), name) };
  const stores = isPlatform
    ? (await import("../../backend/platform/records/sqlite/earlierRecords.ts")).earlierRecords(options)
    : (await import("../../backend/local/earlierLocalStores.ts")).earlierLocalStores(options);
  return { ...stores, use: (earlier) => backend.whileClosed(() => stores.use(earlier)) };
}

/** The paths of the file in the storage of all other workspaces: `<workspaces>/<workspace>/<extension>/<name>`. */
function candidates(folder: string, name: string): string[] {
  const own = basename(dirname(folder));
  const workspaces = dirname(dirname(folder));
  return readdirSync(workspaces)
    .filter((workspace) => workspace !== own)
    .map((workspace) => join(workspaces, workspace, basename(folder), name));
}
