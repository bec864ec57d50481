import type { ErrorCode } from "../errors/errors.ts";

/** `Unexpected` is any error that is not an `IntegrationPacksError`. */
export type ShownErrorCode = ErrorCode | "Unexpected";

/**
 * The answer to a request that the extension does not know or could not carry out. With it every request has an answer, so
 * that no page waits for one that never comes.
 */
export interface Refusal {
  readonly type: "refused";
  /** The type of the request; `""` if it has none. */
  readonly request: string;
  readonly code: ShownErrorCode;
  readonly message: string;
}
