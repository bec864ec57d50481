import * as l10n from "@vscode/l10n";
import { joinSentences, listed } from "../../../base/language.ts";
import { IntegrationPacksError, NotSignedInError, whatHappened } from "../../../errors/errors.ts";
import { privilegesFor } from "../account/privileges.ts";

const invalid = (message: string) => new IntegrationPacksError("InvalidRequest", message);
/** `happened` is what happened, `advice` what to do. */
const failure = (code: "Unreachable" | "RateLimited", happened: string, advice: string) =>
  new IntegrationPacksError(code, joinSentences(happened, advice), { happened });
const unreachable = (happened: string, advice: string) => failure("Unreachable", happened, advice);

/** Adds what the platform itself said, if it said anything. */
function withReason(message: string, reason: string): string {
  return reason === "" ? message : l10n.t("{0} The platform says: {1}", message, reason);
}

function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `"${name}"`));
}

/** Creates the errors of the Boomi Platform. None of them contains a token, or a cause that does. */
export const platformErrors = {
  badBaseUrl: () =>
    invalid(
      l10n.t(
        "integrationPacks.platform.baseUrl is not the address of a Boomi platform. Use one such as https://api.boomi.com.",
      ),
    ),
  credentialsInBaseUrl: () =>
    invalid(
      l10n.t(
        "integrationPacks.platform.baseUrl contains a user name or a password. Remove them, and use Sign In to Boomi instead.",
      ),
    ),
  clearTextBaseUrl: (host: string) =>
    invalid(
      l10n.t(
        'Nothing was sent to "{0}", because the API token would travel unencrypted. Use an https: address in integrationPacks.platform.baseUrl.',
        host,
      ),
    ),
  notSignedIn: () =>
    new NotSignedInError("Unauthorized", l10n.t("You are not signed in to Boomi. Use Sign In to Boomi.")),
  unauthorized: (reason: string) =>
    new IntegrationPacksError(
      "Unauthorized",
      withReason(l10n.t("Sign-in failed. Check user name, token, account, and region."), reason),
    ),
  forbidden: (object: string, reason: string) => {
    const { privileges, features } = privilegesFor(object);
    const needed = features
      ? l10n.t(
          "Your Boomi user may not do this. It needs the privileges {0}, and the account needs the features {1}, which Boomi enables.",
          quoted(privileges),
          quoted(features),
        )
      : l10n.t("Your Boomi user may not do this. It needs the privileges {0}.", quoted(privileges));
    return new IntegrationPacksError("Forbidden", withReason(needed, reason));
  },
  gone: (object: string, reason: string) =>
    new IntegrationPacksError(
      "NotFound",
      withReason(l10n.t("The Boomi account has no such {0}. Refresh, and choose again.", object), reason),
    ),
  rejected: (reason: string) =>
    invalid(
      reason === ""
        ? l10n.t("Boomi rejected the request and gave no reason. Show the log for the request.")
        : l10n.t("Boomi rejected the request: {0}", reason),
    ),
  rateLimited: (reason: string) =>
    failure(
      "RateLimited",
      withReason(
        l10n.t("Boomi refuses requests: there were too many, or the platform has an outage."),
        reason,
      ),
      l10n.t(
        "Wait a minute, then retry. If other programs use the account too, lower integrationPacks.platform.requestsPerSecond.",
      ),
    ),
  platformFault: (status: number, reason: string) =>
    unreachable(
      withReason(l10n.t("The Boomi platform answered with the failure {0}.", status), reason),
      l10n.t("Retry in a minute."),
    ),
  redirected: (status: number) =>
    unreachable(
      l10n.t(
        "The address redirects ({0}). Redirections are not followed, so that the token goes nowhere else.",
        status,
      ),
      l10n.t("Check integrationPacks.platform.baseUrl, and whether a proxy asks you to log in."),
    ),
  proxyPage: () =>
    unreachable(
      l10n.t("A web page answered instead of Boomi, such as the log-in page of a proxy."),
      l10n.t("Log in to it in a browser, or check the setting http.proxy, then retry."),
    ),
  proxyRefused: () =>
    unreachable(
      l10n.t("The proxy of your network requires a log-in."),
      l10n.t("Check the setting http.proxy, then retry."),
    ),
  notUnderstood: (object: string) =>
    unreachable(
      l10n.t("The answer of the platform about {0} was cut off or is not what its API describes.", object),
      l10n.t("Retry. If this repeats, check integrationPacks.platform.baseUrl."),
    ),
  notReady: (object: string) =>
    unreachable(
      l10n.t("The platform has not finished its answer about {0}.", object),
      l10n.t("Retry in a minute."),
    ),
  endless: (object: string) =>
    unreachable(
      l10n.t("The platform's list of {0} does not end, so it is not used.", object),
      l10n.t("Retry. If this repeats, check integrationPacks.platform.baseUrl and the proxy."),
    ),
  badId: (id: string) =>
    invalid(l10n.t('The ID "{0}" cannot be part of an address, so nothing was sent.', id)),
  otherObject: (object: string) =>
    unreachable(
      l10n.t(
        "The answer is about another {0} than was asked for, so it is not used. A proxy or a cache may stand in between.",
        object,
      ),
      l10n.t("Check the setting http.proxy, then retry."),
    ),
  noAnswer: (reason: string) =>
    unreachable(
      l10n.t("Boomi could not be reached: {0}.", reason),
      l10n.t("Check the network, the proxy settings and integrationPacks.platform.baseUrl, then retry."),
    ),
  /** A change was sent, and whether it was made is unknown. The advice of the reason does not apply: it is to retry. */
  changeUnknown: (reason: IntegrationPacksError) =>
    unreachable(
      joinSentences(l10n.t("The outcome of the change is unknown."), whatHappened(reason)),
      l10n.t("The change may have been carried out. Refresh before you repeat it."),
    ),
  aborted: () => unreachable(l10n.t("The connection to Boomi was closed before the answer came."), ""),

  packChanged: (packName: string) =>
    new IntegrationPacksError(
      "Conflict",
      l10n.t(
        '"{0}" no longer has the components that were shown. Nothing was changed. Look at it again, then repeat the change.',
        packName,
      ),
    ),
};
