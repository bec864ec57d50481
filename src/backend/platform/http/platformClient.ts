import type * as v from "valibot";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import type { Log } from "../../../base/log.ts";
import { failureOf, isNotReady, mayPass, provesRejection, readAnswer } from "./answers.ts";
import { answersQuestion, type ObjectKind } from "./objectKinds.ts";
import type { RateLimiter } from "./rateLimiter.ts";
import { urlPart } from "./urlPart.ts";
import type { SendOnceOptions, SentOnce } from "./sentOnce.ts";
import { platformErrors } from "./platformErrors.ts";
import { retryAfterOf, withRetries, type Attempt } from "./retry.ts";
import type { SendingLimit } from "./sending.ts";
import type { Timing } from "./timing.ts";
import { NoAnswer, type HttpAnswer, type HttpRequest, type Transport } from "./transport.ts";

/** Options of the client. */
export interface ClientOptions {
  readonly transport: Transport;
  readonly limiter: RateLimiter;
  readonly timing: Timing;
  readonly log: Pick<Log, "info" | "warn">;
  /** Aborts the requests under way; left out where `dispose` does. */
  readonly closing?: AbortSignal;
}

/** Options of `read`. */
export interface ReadOptions {
  /** 202 without content is an answer by itself; elsewhere it is asked again until there is content. */
  readonly acceptsNotReady?: boolean;
}

type Request = Omit<HttpRequest, "signal" | "timeout">;

const timeout = 30_000;
/** How long a change may take, in ms. */
const changeTimeout = 90_000;

/** The longest pause that the platform may ask for, in ms. */
const longestHoldBack = 60_000;

/** How long after `beforeSending` the first byte may go out, in ms. */
const longestHandOver = 5_000;

/** The number of attempts to connect: a wrong address does not pass as an outage does. */
const connectAttempts = 3;

/** Sends requests to one account: at the rate limit, repeated if they only read, with failures as errors for users. */
export class PlatformClient {
  readonly #options: ClientOptions;
  readonly #disposing = new AbortController();
  /** Aborted when the requests under way must end. */
  readonly closing: AbortSignal;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.closing = options.closing ?? this.#disposing.signal;
  }

  /** Aborts the requests under way. */
  dispose(): void {
    this.#disposing.abort();
  }

  /** A client for another address, with the same rate limit and log. `closing` aborts its requests. */
  through(transport: Transport, closing: AbortSignal): PlatformClient {
    return new PlatformClient({ ...this.#options, transport, closing });
  }

  /** Reads one object. @throws `NotFound`; `Unreachable` also when another object comes than was asked for */
  async get<T>(kind: ObjectKind<T>, id: string): Promise<T> {
    const { object, schema } = kind;
    const answer = await this.read(object, { method: "GET", path: `${object}/${urlPart(id)}` });
    // The content was fetched before, or deleted.
    if (answer.status === 204) throw platformErrors.gone(object, "");
    const value = readAnswer(answer, schema, object);
    if (!answersQuestion(kind, value, id)) throw platformErrors.otherObject(object);
    return value;
  }

  /** Milliseconds on the clock that times durations. */
  now(): number {
    return this.#options.timing.now();
  }

  /** Writes what the user need not act on to the log. */
  warn(line: string): void {
    this.#options.log.warn(line);
  }

  /** Sends a request that only reads, and repeats it while its failure may pass. */
  async read(object: string, request: Request, options: ReadOptions = {}): Promise<HttpAnswer> {
    const { timing } = this.#options;
    const signal = this.closing;
    try {
      return await withRetries(() => this.#attempt(object, request, options), timing, signal);
    } catch (error) {
      throw signal.aborted ? platformErrors.aborted() : error;
    }
  }

  /** Sends a change, once. @throws `Unreachable` when its outcome is unknown */
  async change<T>(object: string, request: Request, schema: v.GenericSchema<unknown, T>): Promise<T> {
    const sent = await this.sendOnce(object, request, schema);
    if (sent.kind === "done") return sent.value;
    throw sent.kind === "unknown" ? platformErrors.changeUnknown(sent.error) : sent.error;
  }

  /** Sends a request a single time and reports its outcome. @throws what `beforeSending` throws */
  async sendOnce<T>(
    object: string,
    request: Request,
    schema: v.GenericSchema<unknown, T>,
    { beforeSending }: SendOnceOptions = {},
  ): Promise<SentOnce<T>> {
    const { limiter } = this.#options;
    const signal = this.closing;
    try {
      await limiter.acquire(signal);
    } catch {
      return { kind: "notSent", error: platformErrors.aborted() };
    }
    await beforeSending?.();
    if (signal.aborted) return { kind: "notSent", error: platformErrors.aborted() };
    const sendingLimit = beforeSending && this.#limitFromNow();
    try {
      const answer = await this.#send({ ...request, ...(sendingLimit && { sendingLimit }) }, changeTimeout);
      const error = failureOf(answer, object, request);
      this.#holdBack(answer);
      if (!error) return { kind: "done", value: readAnswer(answer, schema, object) };
      return { kind: provesRejection(answer) ? "rejected" : "unknown", error };
    } catch (error) {
      if (error instanceof IntegrationPacksError) return { kind: "unknown", error };
      if (!(error instanceof NoAnswer)) throw error;
      return {
        kind: error.wasSent ? "unknown" : "notSent",
        error: error.kind === "aborted" ? platformErrors.aborted() : platformErrors.noAnswer(error.message),
      };
    }
  }

  /** Neither clock alone will do: one stands still while the machine sleeps, the other one can be set back. */
  #limitFromNow(): SendingLimit {
    const { timing } = this.#options;
    const started = timing.now();
    const startedAt = timing.date();
    return {
      milliseconds: longestHandOver,
      hasPassed: () => Math.max(timing.now() - started, timing.date() - startedAt) > longestHandOver,
    };
  }

  async #attempt(
    object: string,
    request: Request,
    { acceptsNotReady = false }: ReadOptions,
  ): Promise<Attempt<HttpAnswer>> {
    const { limiter } = this.#options;
    await limiter.acquire(this.closing);
    try {
      const answer = await this.#send(request, timeout);
      const error = failureOf(answer, object, request);
      if (!error && !acceptsNotReady && isNotReady(answer)) {
        return { kind: "mayPass", error: platformErrors.notReady(object) };
      }
      if (!error) return { kind: "done", value: answer };
      if (!mayPass(answer)) throw error;
      const retryAfter = this.#holdBack(answer);
      return { kind: "mayPass", error, retryAfter };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (error.kind === "aborted") throw platformErrors.aborted();
      const failure = platformErrors.noAnswer(error.message);
      if (error.kind === "untrusted" || error.kind === "tooLong") throw failure;
      return {
        kind: "mayPass",
        error: failure,
        ...(!error.wasSent && { attempts: connectAttempts }),
      };
    }
  }

  /** Lets no request out before the pause that the platform asks for, which is what this gives, in ms. */
  #holdBack({ status, retryAfter }: HttpAnswer): number | undefined {
    const { limiter, timing } = this.#options;
    if (status < 400) return undefined;
    const pause = retryAfterOf(retryAfter, timing.date());
    if (pause !== undefined) limiter.holdBack(Math.min(pause, longestHoldBack));
    return pause;
  }

  async #send(request: Request, limit: number): Promise<HttpAnswer> {
    const { transport, timing, log } = this.#options;
    const signal = this.closing;
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
