import type { PlatformAccess, PlatformConditions } from "./platformStandIn.ts";
import { requirePrivileges } from "./privileges.ts";
import { Denial, Refusal } from "./refusal.ts";
import type { LoggedRequest } from "./requestLog.ts";

/** Where a path leads: the account, the object, and what comes after it. */
export interface Target {
  readonly accountId: string;
  readonly overrideAccount: string | undefined;
  readonly object: string;
  readonly id: string;
}

/** The target of a path with its query string; `undefined` where there is nothing. */
export function parseTarget(path: string): Target | undefined {
  const url = new URL(path, "http://localhost");
  const match = /^(\/partner)?\/api\/rest\/v1\/([^/]+)\/([^/]+)(?:\/([^/]+))?\/?$/.exec(url.pathname);
  if (!match) return undefined;
  const [, partner, accountId = "", object = "", id = ""] = match;
  const overrideAccount = partner === undefined ? undefined : (url.searchParams.get("overrideAccount") ?? "");
  return { accountId: decodeURIComponent(accountId), overrideAccount, object, id: decodeURIComponent(id) };
}

/** @throws `Refusal` when the user may not do this here. */
export function admit(
  request: LoggedRequest,
  target: Target,
  access: PlatformAccess,
  conditions: PlatformConditions,
): void {
  const expected = Buffer.from(`BOOMI_TOKEN.${access.email}:${access.token}`).toString("base64");
  if (request.headers["authorization"] !== `Basic ${expected}`) {
    throw new Refusal(401, "Authentication is required.");
  }
  if (target.accountId !== access.accountId || target.overrideAccount !== access.overrideAccount) {
    throw new Denial("The user has no access to the account.");
  }
  requirePrivileges(target.object, conditions.privileges);
  if (!conditions.publishes && /^(Publisher|Release)IntegrationPack/.test(target.object)) {
    throw new Denial("The feature is not enabled for the account.");
  }
}
