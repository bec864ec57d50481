import * as v from "valibot";
import type { IntegrationPacksError } from "../../../errors/errors.ts";
import { platformErrors } from "./platformErrors.ts";
import type { HttpAnswer } from "./transport.ts";

/** What the platform says is shown up to this length. */
const longestReason = 500;

const errorSchema = v.union([
  v.object({ error: v.object({ message: v.string() }) }),
  v.object({ message: v.string() }),
]);

/** What the answer to a change says of it; `unsure`: nobody but the platform's data can tell whether it was made. */
export type Verdict = "refused" | "busy" | "unsure";

/**
 * Statuses of RFC 9110 and its kin by which a server says that it did not carry a request out. Left out are 408 and whatever
 * proxies made up (499 and the like): they tell of waiting that ended, not of what became of the request; and 406, which may
 * come after the fact.
 */
const refusals: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 407, 409, 410, 411, 412, 413, 414, 415, 417, 421, 422, 423, 424, 425, 426,
  428, 431, 451,
]);

/**
 * What an answer that is no success says of a change that was sent once. Only the platform can say that it did not make
 * it: a web page, a redirection and an outage told by a gateway stand in for an answer that never came through.
 */
export function verdictOf(answer: HttpAnswer): Verdict {
  const { status, retryAfter } = answer;
  // Whoever wants a log-in first let nothing through.
  if (status === 401 || status === 407) return "refused";
  if (isWebPage(answer)) return "unsure";
  if (refusals.has(status)) return "refused";
  if (status === 429) return "busy";
  // Gateways say 503 as well when the connection behind them broke, after the request went through it.
  return status === 503 && (retryAfter !== undefined || ownMessage(answer.body.trim()) !== undefined)
    ? "busy"
    : "unsure";
}

/** Whether trying again may help: the rate limit (the platform answers it with 503), an outage, a gateway's timeout. */
export function mayPass({ status }: HttpAnswer): boolean {
  return status === 429 || status === 503 || status === 504;
}

/** Whether it is a web page, as proxies give it in place of an answer. */
export function isWebPage({ contentType, body }: HttpAnswer): boolean {
  return (
    contentType.includes("html") ||
    /^\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)[\s>]/i.test(body.slice(0, 200))
  );
}

/** What the answer's status means for the user; nothing when it is a success. */
export function failureOf(answer: HttpAnswer, object: string): IntegrationPacksError | undefined {
  const { status } = answer;
  const reason = reasonOf(answer);
  if (status === 429 || status === 503) return platformErrors.rateLimited(reason);
  if (status === 407) return platformErrors.proxyRefused();
  if (status >= 500 || status === 408 || status === 499) return platformErrors.platformFault(status, reason);
  if (status === 401) return platformErrors.unauthorized(reason);
  if (isWebPage(answer)) return platformErrors.proxyPage();
  if (status >= 300 && status < 400) return platformErrors.redirected(status);
  if (status === 403) return platformErrors.forbidden(object, reason);
  if (status === 404 || status === 410) return platformErrors.gone(object, reason);
  if (status >= 400) return platformErrors.rejected(reason);
  return status >= 200 ? undefined : platformErrors.notUnderstood(object);
}

/** What the platform says about a failure, in one line; `""` where it says nothing, or says it in a web page. */
export function reasonOf(answer: HttpAnswer): string {
  if (isWebPage(answer)) return "";
  const text = answer.body.trim();
  const said = ownMessage(text) ?? (text.startsWith("<") ? "" : plainMessage(text));
  const line = said.replace(/\s+/g, " ").trim();
  return line.length > longestReason ? `${line.slice(0, longestReason)}…` : line;
}

/** The message of an error in one of the platform's own forms; nothing where it has another form. */
function ownMessage(text: string): string | undefined {
  return messageInJson(text) ?? (text.startsWith("<") ? messageInXml(text) : undefined);
}

function messageInJson(text: string): string | undefined {
  const content = v.safeParse(errorSchema, tryParse(text));
  if (!content.success) return undefined;
  return "error" in content.output ? content.output.error.message : content.output.message;
}

function messageInXml(text: string): string | undefined {
  const [, message] = /<(?:\w+:)?message[^>]*>([^<]*)</i.exec(text) ?? [];
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return message?.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? "");
}

/** Text that is not JSON is a message by itself; JSON without a message says nothing to a user. */
function plainMessage(text: string): string {
  return tryParse(text) === undefined ? text : "";
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a successful answer. @throws `Unreachable` when it was cut off or is not what was asked for */
export function readAnswer<T>(answer: HttpAnswer, schema: v.GenericSchema<unknown, T>, object: string): T {
  const content = v.safeParse(schema, tryParse(answer.body));
  if (!content.success) throw platformErrors.notUnderstood(object);
  return content.output;
}
