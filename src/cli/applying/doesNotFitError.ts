import { IntegrationPacksError } from "../../errors/errors.ts";

/** A plan is not the one that was reviewed: exit code 3. */
export class DoesNotFitError extends IntegrationPacksError {
  constructor({ code, message }: IntegrationPacksError) {
    super(code, message);
  }
}
