import type * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import type { Log } from "../../../base/log.ts";
import { failureOf, mayPass, readAnswer, verdictOf } from "./answers.ts";
import type { RateLimiter } from "./rateLimiter.ts";
import { urlPart } from "./urlPart.ts";
import { platformErrors } from "./platformErrors.ts";
import { retryAfterOf, withRetries, type Attempt } from "./retry.ts";
import type { Timing } from "./timing.ts";
import { NoAnswer, type HttpAnswer, type HttpRequest, type Transport } from "./transport.ts";

/** What a client works with. */
export interface ClientOptions {
  readonly transport: Transport;
  readonly limiter: RateLimiter;
  readonly timing: Timing;
  readonly log: Pick<Log, "info" | "warn">;
}

/** What came of something that is sent once. `unsure`: the platform may have done it; `busy` when it said that it did not. */
export type SentOnce<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly error: IntegrationPacksError }
  | { readonly kind: "unsure"; readonly error: IntegrationPacksError; readonly busy: boolean };

type Request = Omit<HttpRequest, "signal" | "timeout">;

const timeout = 30_000;
/** A change takes longer than a look. */
const changeTimeout = 90_000;

/** A wrong address is not to be waited for as long as an outage. */
const connectAttempts = 3;

/** Talks to one account: keeps to the rate limit, tries again what may be repeated, and turns failures into errors for users. */
export class PlatformClient {
  readonly #options: ClientOptions;
  readonly #closing = new AbortController();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Gives up what is under way. */
  dispose(): void {
    this.#closing.abort();
  }

  /** @throws `NotFound` and whatever else a read can fail with */
  async get<T>(object: string, id: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
    const answer = await this.read(object, { method: "GET", path: `${object}/${urlPart(id)}` });
    return readAnswer(answer, schema, object);
  }

  /** Sends what is safe to repeat, again and again while the failure may pass. */
  async read(object: string, request: Request): Promise<HttpAnswer> {
    const { timing } = this.#options;
    const { signal } = this.#closing;
    try {
      return await withRetries(() => this.#attempt(object, request), timing, signal);
    } catch (error) {
      throw signal.aborted ? platformErrors.aborted() : error;
    }
  }

  /** Makes a change; it is sent once. @throws `Unreachable` when nobody knows whether it was made */
  async change<T>(object: string, request: Request, schema: v.GenericSchema<unknown, T>): Promise<T> {
    const sent = await this.sendOnce(object, request, schema);
    if (sent.kind === "done") return sent.value;
    if (sent.kind === "refused" || sent.busy) throw sent.error;
    throw platformErrors.changeUnknown(sent.error.message);
  }

  /** Sends a request exactly once, and tells how far it can have come. @throws `Unreachable` when it was given up before it was sent */
  async sendOnce<T>(
    object: string,
    request: Request,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<SentOnce<T>> {
    await this.#options.limiter.acquire(this.#closing.signal);
    try {
      const answer = await this.#send(request, changeTimeout);
      const error = failureOf(answer, object);
      if (!error) return { kind: "done", value: readAnswer(answer, schema, object) };
      const verdict = verdictOf(answer);
      return verdict === "refused"
        ? { kind: "refused", error }
        : { kind: "unsure", error, busy: verdict === "busy" };
    } catch (error) {
      if (error instanceof IntegrationPacksError) return { kind: "unsure", error, busy: false };
      if (!(error instanceof NoAnswer)) throw error;
      const failure = platformErrors.noAnswer(error.message);
      return error.kind === "unsent" || error.kind === "untrusted"
        ? { kind: "refused", error: failure }
        : { kind: "unsure", error: failure, busy: false };
    }
  }

  async #attempt(object: string, request: Request): Promise<Attempt<HttpAnswer>> {
    const { limiter, timing } = this.#options;
    await limiter.acquire(this.#closing.signal);
    try {
      const answer = await this.#send(request, timeout);
      const error = failureOf(answer, object);
      if (!error) return { kind: "done", value: answer };
      if (!mayPass(answer)) throw error;
      const retryAfter = retryAfterOf(answer.retryAfter, timing.now());
      if (retryAfter !== undefined) limiter.holdBack(Math.min(retryAfter, 60_000));
      return { kind: "mayPass", error, retryAfter };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (error.kind === "aborted") throw platformErrors.aborted();
      const failure = platformErrors.noAnswer(error.message);
      if (error.kind === "untrusted") throw failure;
      return {
        kind: "mayPass",
        error: failure,
        ...(error.kind === "unsent" && { attempts: connectAttempts }),
      };
    }
  }

  async #send(request: Request, limit: number): Promise<HttpAnswer> {
    const { transport, timing, log } = this.#options;
    const { signal } = this.#closing;
    const line = `${request.method} ${request.path}`;
    const start = timing.now();
    try {
      const answer = await transport({ ...request, timeout: limit, signal });
      log.info(`${line}: ${answer.status} in ${timing.now() - start} ms`);
      return answer;
    } catch (error) {
      log.warn(`${line}: ${error instanceof NoAnswer ? error.message : "failed"}`);
      throw error;
    }
  }
}
