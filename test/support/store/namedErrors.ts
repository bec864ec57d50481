import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import type { DatabaseErrors } from "../../../src/backend/sqlite/databaseErrors.ts";

const named = (...parts: readonly unknown[]) =>
  new IntegrationPacksError("StoreUnavailable", parts.join(" "));

/** Errors of a database file whose messages are their names, with what they were created with. */
export const namedErrors: DatabaseErrors = {
  locked: (file) => named("locked", file),
  notWritable: (file) => named("notWritable", file),
  folderMissing: (folder) => named("folderMissing", folder),
  damaged: (file) => named("damaged", file),
  moved: (file, where) => named("moved", file, where),
  newerFormat: (file, version) => named("newerFormat", file, version),
  gone: (file) => named("gone", file),
  failed: (file, reason) => named("failed", file, reason),
};
