import { IntegrationPacksError } from "../errors/errors.ts";
import { AdvisedError } from "./advisedError.ts";

/** The command was called in a wrong way, or with a file that cannot be used: exit code 2. */
export class UsageError extends AdvisedError {
  constructor(message: string, advice?: string, options?: ErrorOptions) {
    super("InvalidRequest", message, advice, options);
  }
}

/** Runs `work`; an `InvalidRequest` of it is wrong usage. */
export async function asUsage<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IntegrationPacksError && error.code === "InvalidRequest") {
      throw error instanceof UsageError ? error : new UsageError(error.message, undefined, { cause: error });
    }
    throw error;
  }
}
