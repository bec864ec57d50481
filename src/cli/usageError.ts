import { IntegrationPacksError } from "../errors/errors.ts";

/** The command was called in a wrong way, or with a file that cannot be used: exit code 2. */
export class UsageError extends IntegrationPacksError {
  /** What to do, as a sentence; left out for that of every wrong usage. */
  readonly advice: string | undefined;

  constructor(message: string, advice?: string, options?: ErrorOptions) {
    super("InvalidRequest", message, options);
    this.advice = advice;
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
