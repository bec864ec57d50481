import { IntegrationPacksError, type ErrorCode } from "../errors/errors.ts";

/** An error with its own advice, as a sentence. The advice for other errors follows from their code. */
export class AdvisedError extends IntegrationPacksError {
  /** Left out where it is what the code says. */
  readonly advice: string | undefined;

  constructor(code: ErrorCode, message: string, advice?: string, options?: ErrorOptions) {
    super(code, message, options);
    this.advice = advice;
  }
}
