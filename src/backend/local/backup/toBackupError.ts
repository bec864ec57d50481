import { messageOf } from "../../../base/messageOf.ts";
import { DamagedStoreError, IntegrationPacksError } from "../../../errors/errors.ts";
import { isLocked, toDatabaseError } from "../../sqlite/toDatabaseError.ts";
import { storeErrors } from "../storeErrors.ts";
import { backupErrors } from "./backupErrors.ts";

/** Converts a failure to copy the store into the folder into an error for users. An `IntegrationPacksError` stays. */
export function toBackupError(error: unknown, folder: string, store: string): IntegrationPacksError {
  if (error instanceof IntegrationPacksError) return error;
  const cause = toDatabaseError(error, store, storeErrors);
  if (cause instanceof DamagedStoreError || isLocked(error)) return cause;
  return backupErrors.backupFailed(folder, messageOf(error), error);
}
