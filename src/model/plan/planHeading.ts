import * as l10n from "@vscode/l10n";
import type { OpenTarget } from "./checkPlanTarget.ts";
import type { PlanHeading } from "./draftPlan.ts";
import type { PlanTarget, PlatformTarget, ReleasePlan } from "./releasePlan.ts";

/** What a person decides about a plan besides its packs. */
export interface PlanWish extends Pick<ReleasePlan, "name" | "notes" | "date"> {
  /** The IANA zone of the date. Not where the platform runs the release: it takes none. */
  readonly timeZone?: string;
  /** Who runs the release on its date, on the platform. */
  readonly scheduleWith?: PlatformTarget["scheduleWith"];
}

/** What a plan takes over where a person decided nothing. */
export interface PlanDefaults {
  /** The backend that is open. */
  readonly target: OpenTarget;
  /** Who runs what is scheduled from now on; left out on the local store. */
  readonly scheduleWith?: PlatformTarget["scheduleWith"];
  /** The IANA zone of a date without one. */
  readonly timeZone: string | undefined;
  /** The instant that names a plan without a name. */
  readonly now: Date;
}

/**
 * The heading of a new plan. Without a name, the instant names it: two plans for the same packs are two plans with two hashes,
 * so that a new one can be applied after the first one was taken back (rule 17).
 */
export function planHeading(wish: PlanWish, defaults: PlanDefaults): PlanHeading {
  const { name = defaultPlanName(defaults.now), notes, date } = wish;
  const scheduleWith = date === undefined ? wish.scheduleWith : (wish.scheduleWith ?? defaults.scheduleWith);
  const takesZone = date !== undefined && scheduleWith !== "platform";
  const timeZone = wish.timeZone ?? (takesZone ? defaults.timeZone : undefined);
  return {
    name,
    ...(notes !== undefined && { notes }),
    target: targetOf(defaults.target, scheduleWith),
    ...(date !== undefined && { date }),
    ...(timeZone !== undefined && { timeZone }),
  };
}

/** The name of a plan that nobody named, such as "Release of 2026-06-10 at 12:00:00 UTC". */
export function defaultPlanName(now: Date): string {
  const [date = "", time = ""] = now.toISOString().split(/[T.]/);
  return l10n.t("Release of {0} at {1} UTC", date, time);
}

function targetOf(open: OpenTarget, scheduleWith: PlatformTarget["scheduleWith"]): PlanTarget {
  if (open.backend === "local") return { backend: open.backend };
  const { backend, baseUrl, accountId } = open;
  return { backend, baseUrl, accountId, ...(scheduleWith && { scheduleWith }) };
}
