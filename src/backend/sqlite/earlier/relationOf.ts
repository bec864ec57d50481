import { existsSync } from "node:fs";
import { basename, relative } from "node:path";
import type { StoreOwner, StoreRelation } from "../../earlierStores.ts";

/** How the workspace that owns a file is related to this one; nothing when it is not. */
export function relationOf(owner: StoreOwner, own: StoreOwner): StoreRelation | undefined {
  if (relative(owner.workspaceFolder, own.workspaceFolder) === "") return "sameFolder";
  const hasRepository = own.repository !== "" && owner.repository === own.repository;
  const hasName = basename(owner.workspaceFolder) === basename(own.workspaceFolder);
  if (!existsSync(owner.workspaceFolder)) return hasRepository || hasName ? "movedFolder" : "missingFolder";
  if (hasRepository) return "sameRepository";
  return hasName ? "sameName" : undefined;
}
