import { IntegrationPacksError } from "../../errors/errors.ts";
import type { WizardErrorCode } from "../../protocol/wizard.ts";

/** The code of an error, by which the page chooses what to offer. */
export function errorCode(error: unknown): WizardErrorCode {
  return error instanceof IntegrationPacksError ? error.code : "Unexpected";
}
