import { IntegrationPacksError, type ErrorCode } from "../errors/errors.ts";

/** An error that says itself what to do, as a sentence; others say it by their code. */
export class AdvisedError extends IntegrationPacksError {
  /** Left out where it is what the code says. */
  readonly advice: string | undefined;

  constructor(code: ErrorCode, message: string, advice?: string, options?: ErrorOptions) {
    super(code, message, options);
    this.advice = advice;
  }
}
