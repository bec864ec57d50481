import type { PlatformAccess, PlatformConditions } from "./platformStandIn.ts";
import { requirePrivileges } from "./privileges.ts";
import { Denial, Refusal } from "./refusal.ts";
import type { LoggedRequest } from "./requestLog.ts";
import type { Subscriber } from "./objects/state.ts";

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

/** The account of a group that the partner URL leads to; `undefined` where it leads to the publisher. */
export function subscriberOf(
  { overrideAccount }: Target,
  access: PlatformAccess,
  subscribers: ReadonlyMap<string, Subscriber>,
): Subscriber | undefined {
  if (overrideAccount === undefined || overrideAccount === access.overrideAccount) return undefined;
  return subscribers.get(overrideAccount);
}

/** @throws `Refusal` when the user may not do this here. */
export function admit(
  request: LoggedRequest,
  target: Target,
  access: PlatformAccess,
  conditions: PlatformConditions,
  subscribers: ReadonlyMap<string, Subscriber>,
): void {
  const expected = Buffer.from(`BOOMI_TOKEN.${access.email}:${access.token}`).toString("base64");
  if (request.headers["authorization"] !== `Basic ${expected}`) {
    throw new Refusal(401, "Authentication is required.");
  }
  const subscriber = subscriberOf(target, access, subscribers);
  const isOwn = target.overrideAccount === access.overrideAccount;
  if (target.accountId !== access.accountId || (!isOwn && (!subscriber || subscriber.refuses))) {
    throw new Denial("The user has no access to the account.");
  }
  requirePrivileges(target.object, conditions.privileges);
  if (!conditions.publishes && /^(Publisher|Release)IntegrationPack/.test(target.object)) {
    throw new Denial("The feature is not enabled for the account.");
  }
}
