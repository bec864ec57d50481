import { IntegrationPacksError } from "../errors/errors.ts";

/** Standard output cannot be written, such as on a full disk. Its code is `StoreUnavailable`. */
export class OutputError extends IntegrationPacksError {
  constructor(message: string, options: ErrorOptions) {
    super("StoreUnavailable", message, options);
  }
}
