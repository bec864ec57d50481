import * as l10n from "@vscode/l10n";
import { existsSync } from "node:fs";
import { errors } from "../../../errors/errors.ts";
import {
  storeRelations,
  type EarlierStore,
  type EarlierStores,
  type StoreOwner,
} from "../../earlierStores.ts";
import { Connection } from "../connection.ts";
import type { DatabaseFormat } from "../databaseFormat.ts";
import { followLinks } from "../followLinks.ts";
import { hasContent, moveDatabase } from "./moveDatabase.ts";
import { readEarlierStore } from "./readEarlierStore.ts";

/** Options of `earlierDatabases`. */
export interface EarlierDatabasesOptions {
  /** The path of the present file, which may be missing. */
  readonly store: string;
  readonly owner: StoreOwner;
  /** The paths at which other workspaces may have such a file. */
  readonly candidates: readonly string[];
}

/** The databases of a format that can take the place of the present one. */
export function earlierDatabases(
  { store, owner, candidates }: EarlierDatabasesOptions,
  format: DatabaseFormat,
): EarlierStores {
  return {
    store,
    isEmpty: () => isEmpty(store, format),
    list: () => candidates.flatMap((file) => readEarlierStore(file, owner, format) ?? []).sort(byRelation),
    use: ({ file }) => Promise.resolve().then(() => moveDatabase(file, followLinks(store), format, notEmpty)),
  };
}

function byRelation(one: EarlierStore, other: EarlierStore): number {
  const difference = storeRelations.indexOf(one.relation) - storeRelations.indexOf(other.relation);
  return difference || other.changedAt.getTime() - one.changedAt.getTime();
}

function isEmpty(store: string, format: DatabaseFormat): boolean {
  if (!existsSync(store)) return true;
  let connection: Connection | undefined;
  try {
    connection = new Connection(store, "read");
    return !hasContent(connection, format);
  } catch {
    return false;
  } finally {
    connection?.close();
  }
}

function notEmpty(): Error {
  return errors.invalidRequest(
    l10n.t("The store of this workspace is not empty, so no earlier store replaces it. Nothing was changed."),
  );
}
