import { planErrors } from "../../errors/planErrors.ts";
import type { LocalTarget, PlanTarget, PlatformTarget } from "./releasePlan.ts";

/** The backend that is open, as a plan names it. */
export type OpenTarget = LocalTarget | Omit<PlatformTarget, "scheduleWith">;

/**
 * Checks that a plan is for the backend that is open (rule 18): a plan never decides where anything is sent.
 *
 * @throws `InvalidRequest` for another backend, address or account
 */
export function checkPlanTarget(target: PlanTarget, open: OpenTarget): void {
  if (target.backend === "local" && open.backend === "local") return;
  if (
    target.backend === "platform" &&
    open.backend === "platform" &&
    target.accountId === open.accountId &&
    addressOf(target.baseUrl) === addressOf(open.baseUrl)
  ) {
    return;
  }
  throw planErrors.otherTarget(shownTarget(target), shownTarget(open));
}

/** The URL in one way of writing. */
function addressOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).href.replace(/\/+$/, "") : baseUrl;
}

/** The account and the host, for messages. The address may contain a password by mistake. */
function shownTarget(target: OpenTarget): { readonly accountId: string; readonly host: string } | undefined {
  if (target.backend === "local") return undefined;
  const { accountId, baseUrl } = target;
  return { accountId, host: URL.canParse(baseUrl) ? new URL(baseUrl).host : "" };
}
