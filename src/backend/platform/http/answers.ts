import * as v from "valibot";
import type { IntegrationPacksError } from "../../../errors/errors.ts";
import { platformErrors } from "./platformErrors.ts";
import { isWebPage, parseJson, reasonOf } from "./serverText.ts";
import type { HttpAnswer, HttpRequest } from "./transport.ts";

/**
 * Statuses of RFC 9110 and its extensions by which a server rejects a request before carrying it out. Absent are those that
 * gateways answer after they passed a request on, because it took too long or came too often (408, 429, 499, everything
 * from 500), and 406, which may come after the fact.
 */
const rejections: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 407, 409, 410, 411, 412, 413, 414, 415, 417, 421, 422, 423, 424, 425, 426,
  428, 431, 451,
]);

/** Whether the answer to a change proves that it was not carried out. A web page is nobody's answer to a change. */
export function provesRejection(answer: HttpAnswer): boolean {
  return rejections.has(answer.status) && !isWebPage(answer);
}

/** Whether trying again may help: the rate limit (the platform answers it with 503), an outage, a gateway's timeout. */
export function mayPass({ status }: HttpAnswer): boolean {
  return status === 429 || status === 503 || status === 504;
}

/** Part of a request that its failure depends on. */
type Question = Pick<HttpRequest, "method" | "path">;

/** What the answer's status means for the user; nothing when it is a success. */
export function failureOf(
  answer: HttpAnswer,
  object: string,
  question: Question,
): IntegrationPacksError | undefined {
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
  if (status === 400 && deniesAccess(reason)) return platformErrors.forbidden(object, reason);
  if (status === 400 && saysNoSuchObject(reason, question)) return platformErrors.gone(object, reason);
  if (status >= 400) return platformErrors.rejected(reason);
  return status >= 200 ? undefined : platformErrors.notUnderstood(object);
}

const denials = [
  "access denied",
  "access is denied",
  "not have access",
  "not have permission",
  "not have the privilege",
  "not have sufficient privileges",
  "not authorized",
];

/** Some objects answer a missing privilege with 400. */
export function deniesAccess(reason: string): boolean {
  const text = reason.toLowerCase();
  return denials.some((words) => text.includes(words));
}

const absences = ["invalid", "does not exist", "not found", "no longer exists"];
const collective: ReadonlySet<string> = new Set(["query", "queryMore", "bulk"]);

/**
 * Whether a 400 means that there is no such object. Of a request that contains nothing but an id, nothing else can be wrong;
 * elsewhere the platform names the id that it does not know.
 */
function saysNoSuchObject(reason: string, { method, path }: Question): boolean {
  if (method !== "POST") return true;
  const [, id = ""] = path.split("/");
  if (id === "" || collective.has(id)) return false;
  const text = reason.toLowerCase();
  return (
    text.includes(decodeURIComponent(id).toLowerCase()) && absences.some((words) => text.includes(words))
  );
}

/** Whether the platform has no answer yet: 202 without content. */
export function isNotReady({ status, body }: HttpAnswer): boolean {
  return status === 202 && body.trim() === "";
}

/** Reads a successful answer. @throws `Unreachable` when it was cut off or is not what was asked for */
export function readAnswer<T>(answer: HttpAnswer, schema: v.GenericSchema<unknown, T>, object: string): T {
  const content = v.safeParse(schema, parseJson(answer.body));
  if (!content.success) throw platformErrors.notUnderstood(object);
  return content.output;
}
