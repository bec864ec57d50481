import { IntegrationPacksError } from "../errors/errors.ts";
import type { ShownErrorCode } from "../protocol/refusal.ts";

/** The code of an error, by which the page chooses what to offer. */
export function errorCode(error: unknown): ShownErrorCode {
  return error instanceof IntegrationPacksError ? error.code : "Unexpected";
}
