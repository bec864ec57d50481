import type { IntegrationPacksError } from "../../errors/errors.ts";

/**
 * Creates the errors of a database file that cannot be used, in the words of its content. All have the code
 * `StoreUnavailable`; the file stays as it is.
 */
export interface DatabaseErrors {
  readonly locked: (file: string, cause?: unknown) => IntegrationPacksError;
  readonly notWritable: (file: string, cause?: unknown) => IntegrationPacksError;
  readonly folderMissing: (folder: string, cause?: unknown) => IntegrationPacksError;
  /** The file is damaged or belongs to another program. */
  readonly damaged: (file: string, cause?: unknown) => IntegrationPacksError;
  /** The content was moved `where` says. Left out where no content is moved. */
  readonly moved?: (file: string, where: string) => IntegrationPacksError;
  readonly newerFormat: (file: string, version: number) => IntegrationPacksError;
  /** The file was moved, deleted or replaced while it was open. */
  readonly gone: (file: string) => IntegrationPacksError;
  /** `reason` is a clause such as "the disk is full". */
  readonly failed: (file: string, reason: string, cause?: unknown) => IntegrationPacksError;
}
