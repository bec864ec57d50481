import { t } from "@vscode/l10n";
import axios, { isAxiosError, isCancel } from "axios";
import { authorization, endpoint, type PlatformConnection } from "../account/platformConnection.ts";

/** One request: `path` starts with the object's name. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
  readonly accept?: string;
  /** In ms, until the whole answer is there, however slowly it trickles in. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** What came back, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/**
 * No whole answer came. `unsent`: no connection was made, so that the platform cannot have seen the request; `untrusted`:
 * nor will one be made, as its certificate is not trusted; `lost`: the platform may have seen it. Holds words alone: what the HTTP library throws carries the request with the token in it.
 */
export class NoAnswer extends Error {
  readonly kind: "unsent" | "untrusted" | "lost" | "aborted";

  constructor(kind: NoAnswer["kind"], reason: string) {
    super(reason);
    this.name = "NoAnswer";
    this.kind = kind;
  }
}

/** Sends a request once. @throws `NoAnswer` */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

/** An answer that is longer than this, in bytes, is given up. */
const longestAnswer = 64 * 1024 * 1024;

/** Codes of Node that say that no connection came about, unless a read or a write met them: then one had. */
const unsentCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/;
/** Of `ERR_SSL_…`, only what ends a handshake: others break a connection that has carried the request. */
const certificateCodes =
  /^(CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|\w*HANDSHAKE_FAILURE))$/;

/**
 * Sends over HTTP. Proxies and certificates are VS Code's: it patches Node's `http` and `https`, which the adapter uses as
 * long as it gets neither an agent nor a proxy of its own. A redirection is not followed.
 */
export function httpTransport(connection: PlatformConnection): Transport {
  const { prefix, suffix } = endpoint(connection);
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
  return async ({ method, path, body, contentType, accept = "application/json", timeout, signal }) => {
    // The library's own timeout starts anew with every byte.
    const limit = AbortSignal.timeout(timeout);
    try {
      const answer = await instance.request<unknown>({
        method,
        url: `${prefix}${path}${suffix}`,
        signal: AbortSignal.any([signal, limit]),
        headers: { Accept: accept, ...(body !== undefined && { "Content-Type": contentType ?? accept }) },
        ...(body !== undefined && { data: body }),
      });
      const header = (name: string) => String(answer.headers[name] ?? "");
      return {
        status: answer.status,
        contentType: header("content-type").toLowerCase(),
        retryAfter: header("retry-after") || undefined,
        body: typeof answer.data === "string" ? answer.data : "",
      };
    } catch (error) {
      throw limit.aborted && !signal.aborted ? tookTooLong() : toNoAnswer(error);
    }
  };
}

/** What is known of a failure of the library, without the failure itself. */
export function toNoAnswer(error: unknown): NoAnswer {
  if (isCancel(error)) return new NoAnswer("aborted", t("the request was given up"));
  const code = codeOf(error);
  if (certificateCodes.test(code)) {
    return new NoAnswer(
      "untrusted",
      t("the certificate of the server is not trusted ({0}). A proxy may stand in between", code),
    );
  }
  const syscall = syscallOf(error);
  const isUnsent = unsentCodes.test(code) && syscall !== "read" && syscall !== "write";
  if (isUnsent || syscall === "connect") {
    return new NoAnswer("unsent", t("no connection could be made ({0})", code));
  }
  if (code === "ECONNABORTED" || code === "ETIMEDOUT") return tookTooLong();
  return new NoAnswer("lost", t("the connection broke ({0})", code || t("no reason given")));
}

function tookTooLong(): NoAnswer {
  return new NoAnswer("lost", t("no answer came in time"));
}

function codeOf(error: unknown): string {
  if (isAxiosError(error)) return error.code ?? codeOf(error.cause);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** What the system was doing when it failed; `connect` while the connection was being made. */
function syscallOf(error: unknown): unknown {
  const cause = isAxiosError(error) ? error.cause : error;
  return cause instanceof Error && "syscall" in cause ? cause.syscall : undefined;
}
