import * as l10n from "@vscode/l10n";
import axios, { isAxiosError, isCancel } from "axios";
import { Sending, type SendingLimit } from "./sending.ts";
import { authorization, endpoint } from "../account/endpoint.ts";
import type { PlatformConnection } from "../account/platformConnection.ts";
import { redactionFor } from "../account/redaction.ts";

/** One request: `path` starts with the object's name. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
  readonly accept?: string;
  /** In ms, until the whole answer is there, however slowly it trickles in. */
  readonly timeout: number;
  /** Left out where the request may wait for its connection as long as for its answer. */
  readonly sendingLimit?: SendingLimit;
  readonly signal: AbortSignal;
}

/** What came back, whatever its status. The token is in no part of it, nor is the user in what is no success. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/**
 * No whole answer came. Contains words alone: what the HTTP library throws carries the request with the token in it.
 *
 * - `untrusted`: the certificate of the server is not trusted
 * - `tooLate`: the time in which the request had to be sent passed
 * - `tooLong`: the answer is longer than any of the platform's
 * - `aborted`: the request was given up from here
 * - `failed`: anything else
 */
export class NoAnswer extends Error {
  readonly kind: "untrusted" | "tooLate" | "tooLong" | "aborted" | "failed";
  /** Whether a byte of the request may have left this machine. When it is false, nobody has seen the request. */
  readonly wasSent: boolean;

  constructor(kind: NoAnswer["kind"], wasSent: boolean, reason: string) {
    super(reason);
    this.name = "NoAnswer";
    this.kind = kind;
    this.wasSent = wasSent;
  }
}

/** Sends a request once. @throws `NoAnswer` */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

/** An answer that is longer than this, in bytes, is given up. */
const longestAnswer = 64 * 1024 * 1024;
/** What a server says about a failure is read up to this length, in characters. */
const longestFailure = 64 * 1024;
const longestHeader = 200;

/** Codes of Node and OpenSSL for certificates that are not trusted. */
const certificateCodes =
  /^(CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|\w*HANDSHAKE_FAILURE))$/;

/**
 * Sends over HTTP. Proxies and certificates are VS Code's: it patches Node's `http` and `https`, which the adapter uses as
 * long as it gets neither an agent nor a proxy of its own. A redirection is not followed.
 */
export function httpTransport(connection: PlatformConnection): Transport {
  const { prefix, suffix } = endpoint(connection);
  const redact = redactionFor(connection);
  const instance = axios.create({
    adapter: "http",
    proxy: false,
    maxRedirects: 0,
    maxContentLength: longestAnswer,
    responseType: "text",
    transformRequest: [(body: unknown) => body],
    transformResponse: [(body: unknown) => body],
    validateStatus: () => true,
    headers: { Authorization: authorization(connection), "User-Agent": "integration-packs" },
  });
  return async (request) => {
    const { method, path, body, contentType, accept = "application/json", timeout, signal } = request;
    // The library's own timeout starts anew with every byte.
    const limit = AbortSignal.timeout(timeout);
    const sending = new Sending(request.sendingLimit);
    try {
      const answer = await instance.request<unknown>({
        method,
        url: `${prefix}${path}${suffix}`,
        signal: AbortSignal.any([signal, limit]),
        transport: sending,
        headers: { Accept: accept, ...(body !== undefined && { "Content-Type": contentType ?? accept }) },
        ...(body !== undefined && { data: body }),
      });
      const header = (name: string) =>
        redact.ofFailure(String(answer.headers[name] ?? "").slice(0, longestHeader));
      const content = typeof answer.data === "string" ? answer.data : "";
      const isSuccess = answer.status >= 200 && answer.status < 300;
      return {
        status: answer.status,
        contentType: header("content-type").toLowerCase(),
        retryAfter: header("retry-after") || undefined,
        body: isSuccess ? redact.ofContent(content) : redact.ofFailure(content.slice(0, longestFailure)),
      };
    } catch (error) {
      throw toNoAnswer(error, sending, limit.aborted && !signal.aborted);
    }
  };
}

/** What is known of a failure of the library, without the failure itself. */
export function toNoAnswer(
  error: unknown,
  { isHandedOver, isTooLate }: Pick<Sending, "isHandedOver" | "isTooLate">,
  hasTimedOut = false,
): NoAnswer {
  if (isTooLate) {
    return new NoAnswer("tooLate", false, l10n.t("the connection timed out, so nothing was sent"));
  }
  if (hasTimedOut) return new NoAnswer("failed", isHandedOver, l10n.t("no answer came in time"));
  if (isCancel(error)) return new NoAnswer("aborted", isHandedOver, l10n.t("the request was cancelled"));
  const code = codeOf(error);
  if (code === "ERR_BAD_RESPONSE" && error instanceof Error && error.message.startsWith("maxContentLength")) {
    return new NoAnswer("tooLong", true, l10n.t("the answer is longer than any answer of Boomi"));
  }
  if (!isHandedOver && certificateCodes.test(code)) {
    return new NoAnswer(
      "untrusted",
      false,
      l10n.t("the certificate of the server is not trusted ({0}). A proxy may stand in between", code),
    );
  }
  const reason = code || l10n.t("no reason given");
  return isHandedOver
    ? new NoAnswer("failed", true, l10n.t("the connection broke ({0})", reason))
    : new NoAnswer("failed", false, l10n.t("no connection could be made ({0})", reason));
}

function codeOf(error: unknown): string {
  if (isAxiosError(error)) return error.code ?? codeOf(error.cause);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
