import * as l10n from "@vscode/l10n";
import { errors, IntegrationPacksError } from "./errors.ts";

/** The number of reasons that a message names. */
const namedReasons = 3;

/** An account of the platform. */
interface Account {
  readonly accountId: string;
  readonly host: string;
}

/** The keys and indexes that lead to a place in a document. */
type Keys = readonly (string | number)[];

/** A document is no release plan. Its code is `InvalidRequest`. */
export class InvalidPlanError extends IntegrationPacksError {
  /** The problem without the place. */
  readonly problem: string;
  /** The place of the problem; empty for the document itself. */
  readonly keys: Keys;

  constructor(message: string, problem: string, keys: Keys) {
    super("InvalidRequest", message);
    this.problem = problem;
    this.keys = keys;
  }
}

/** Without an account, it is the local store. */
function describeTarget(account: Account | undefined): string {
  return account
    ? l10n.t('the account "{0}" at {1}', account.accountId, account.host || "?")
    : l10n.t("the local store");
}

/** Creates the errors of release plans. */
export const planErrors = {
  /** `path`: the place as text. */
  invalidPlan: (path: string, problem: string, keys: Keys) =>
    new InvalidPlanError(l10n.t("The release plan cannot be used: {0}: {1}", path, problem), problem, keys),
  otherTarget: (planned: Account | undefined, open: Account | undefined) =>
    errors.invalidRequest(
      l10n.t(
        "The release plan is for {0}, but {1} is open. Nothing was sent. Open what the plan is for, or draft a plan here.",
        describeTarget(planned),
        describeTarget(open),
      ),
    ),
  restrictedMode: () =>
    errors.invalidRequest(
      l10n.t(
        "In Restricted Mode, only release plans for the local store can be used. Trust the workspace to use this one.",
      ),
    ),
  notFromPlan: () =>
    errors.invalidRequest(
      l10n.t("This release does not come from a release plan. Roll the pack back instead."),
    ),
  nothingToGoBackTo: () =>
    errors.invalidRequest(l10n.t("No pack of this release plan has an earlier release to go back to.")),
  nothingLeft: () =>
    errors.notFound(
      l10n.t("None of the integration packs of the release plan exists any longer. Draft a new plan."),
    ),
  otherHash: (planHash: string, confirmedHash: string) =>
    new IntegrationPacksError(
      "Conflict",
      l10n.t(
        "This is not the release plan that was reviewed: its hash is {0}, not {1}. Nothing was released. Review the plan as it is now.",
        planHash,
        confirmedHash,
      ),
    ),
  nothingToPlan: () =>
    new IntegrationPacksError(
      "NothingToRelease",
      l10n.t("A release would change nothing in any integration pack. Choose the packs of the release plan."),
    ),
  /** `reasons` are sentences. */
  doesNotFit: (reasons: readonly string[]) => {
    const named = reasons.slice(0, namedReasons).join(" ");
    const more = reasons.length - namedReasons;
    return new IntegrationPacksError(
      "Conflict",
      more > 0
        ? l10n.t("The release plan does not fit, so nothing was released. {0} ({1} more)", named, more)
        : l10n.t("The release plan does not fit, so nothing was released. {0}", named),
    );
  },
  /** `differences` are sentences. */
  changedSinceChecked: (packName: string, differences: readonly string[]) =>
    new IntegrationPacksError(
      "Conflict",
      l10n.t(
        '"{0}" changed while the release plan was applied, so it was not released. {1} Check the plan again.',
        packName,
        differences.join(" "),
      ),
    ),
  earlierUnknown: (packName: string) =>
    new IntegrationPacksError(
      "OutcomeUnknown",
      l10n.t(
        'A release of "{0}" was sent under this plan before, and its outcome is not known. It is not sent again by itself. Refresh in a few minutes; if its versions are not current then, confirm it again.',
        packName,
      ),
    ),
  stillSending: (packName: string) =>
    new IntegrationPacksError(
      "OutcomeUnknown",
      l10n.t(
        'The release of "{0}" was being sent when this ended. It is not sent again by itself. Apply the plan again to find its outcome.',
        packName,
      ),
    ),
};
