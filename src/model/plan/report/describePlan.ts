import * as l10n from "@vscode/l10n";
import { plural } from "../../../base/language.ts";
import type { PackOutcome } from "../application/planOutcome.ts";
import type { PackState } from "../check/planCheck.ts";
import type { ReleasePlan } from "../releasePlan.ts";

/** The state of a pack of a plan that was checked, in a few words. */
export function describePackState(state: PackState): string {
  switch (state) {
    case "ready":
      return l10n.t("ready");
    case "alreadySo":
      return l10n.t("already so");
    case "drift":
      return l10n.t("the plan no longer fits");
    case "refused":
      return l10n.t("cannot be released");
  }
}

/** How a pack of a plan ended (rule 15), in a few words. */
export function describePackOutcome(outcome: PackOutcome["outcome"]): string {
  switch (outcome) {
    case "released":
      return l10n.t("released");
    case "scheduled":
      return l10n.t("scheduled");
    case "alreadySo":
      return l10n.t("already so");
    case "failed":
      return l10n.t("failed");
    case "unknown":
      return l10n.t("unknown");
    case "notSent":
      return l10n.t("not sent");
  }
}

/** When the plan releases its packs, such as "on 2026-12-01 (America/New_York)". */
export function describePlanDate({ date, timeZone }: Pick<ReleasePlan, "date" | "timeZone">): string {
  if (date === undefined) return l10n.t("immediately");
  return timeZone === undefined ? l10n.t("on {0}", date) : l10n.t("on {0} ({1})", date, timeZone);
}

/** The name of a plan; where it has none, that it is a release plan. */
export function planTitle({ name }: Pick<ReleasePlan, "name">): string {
  return name === undefined || name.trim() === ""
    ? l10n.t("Release Plan")
    : l10n.t("Release Plan: {0}", name);
}

/** What a check found, as a sentence. */
export function describeFit(fits: boolean): string {
  return fits ? l10n.t("The plan fits.") : l10n.t("The plan does not fit. Nothing can be released with it.");
}

/** How many accounts get the release of a pack, as a sentence; nothing where that is not known. */
export function describeAccounts(accounts: number | undefined): string[] {
  if (accounts === undefined) return [];
  return [
    plural(
      accounts,
      l10n.t("{0} account gets this release.", accounts),
      l10n.t("{0} accounts get this release.", accounts),
    ),
  ];
}

/** How many components stay as they are, as a sentence; nothing where all of them change. */
export function describeUnchanged(count: number): string[] {
  if (count === 0) return [];
  return [
    plural(
      count,
      l10n.t("{0} component stays unchanged.", count),
      l10n.t("{0} components stay unchanged.", count),
    ),
  ];
}
