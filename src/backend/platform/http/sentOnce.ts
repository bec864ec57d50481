import type { IntegrationPacksError } from "../../../errors/errors.ts";

/**
 * The outcome of a request that is sent once.
 *
 * - `done`: the platform carried it out
 * - `rejected`: the platform's answer proves that it did not carry it out
 * - `notSent`: not a byte of it left this machine; the error's code is `Unreachable`
 * - `unknown`: anything else; the platform may have carried it out
 */
export type SentOnce<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "rejected"; readonly error: IntegrationPacksError }
  | { readonly kind: "notSent"; readonly error: IntegrationPacksError }
  | { readonly kind: "unknown"; readonly error: IntegrationPacksError };

/** Options of `sendOnce`. */
export interface SendOnceOptions {
  /**
   * Runs when the rate limit admits the request, directly before it goes out. When it rejects, nothing is sent. When the
   * first byte does not follow within five seconds of its end, nothing is sent either.
   */
  readonly beforeSending?: () => Promise<void>;
}
