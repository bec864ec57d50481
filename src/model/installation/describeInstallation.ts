import * as l10n from "@vscode/l10n";
import { listed, plural } from "../../base/language.ts";
import type { PackAccount, DeployedVersion, InstallationState, ReleaseDate } from "./installationReading.ts";

/** Formats an ISO instant for the reader. */
export type FormatInstant = (instant: string) => string;

/** What an account has of a pack, in a few words. */
export function describeInstallationState(state: InstallationState): string {
  switch (state) {
    case "current":
      return l10n.t("current");
    case "behind":
      return l10n.t("behind");
    case "updatePending":
      return l10n.t("update pending");
    case "appliedEarly":
      return l10n.t("applied early");
    case "installed":
      return l10n.t("installed");
    case "notInstalled":
      return l10n.t("not installed");
    case "notAsked":
      return l10n.t("could not be asked");
  }
}

/** How many releases the account lacks, in a few words; `""` where it lacks none that is known. */
export function describeMissing({ missing = [] }: Pick<PackAccount, "missing">): string {
  if (missing.length === 0) return "";
  return plural(
    missing.length,
    l10n.t("behind by {0} release", missing.length),
    l10n.t("behind by {0} releases", missing.length),
  );
}

/** How often the pack is installed, in a few words; `""` where it is once at most. */
export function describeInstalledCount({ count = 1 }: Pick<PackAccount, "count">): string {
  return count > 1 ? l10n.t("{0} times", count) : "";
}

/** A version as a deployed package of the account names it, with its source. */
export function describeDeployedVersion(
  { componentName, packageVersion, environment, deployedAt }: DeployedVersion,
  format: FormatInstant,
): string {
  return l10n.t(
    "{0} {1} in {2} (deployed package of the account, {3})",
    componentName,
    packageVersion,
    environment,
    format(deployedAt),
  );
}

/**
 * Boomi's rule for installations whose release nobody reports, in two sentences: a rule, not what was seen. `latestRelease` is
 * `undefined` where it is not known.
 */
export function describeBoomiRule(latestRelease: ReleaseDate | undefined, format: FormatInstant): string {
  return latestRelease
    ? l10n.t(
        "Boomi does not report which release an account runs. By its rule, an installation gets the release of {0}.",
        format(latestRelease.releasedAt),
      )
    : l10n.t(
        "Boomi does not report which release an account runs. By its rule, an installation gets each release of the pack.",
      );
}

/** Everything that is known of the account beside its state, as short texts for a document. */
export function describeAccount(account: PackAccount, format: FormatInstant): string[] {
  const { release, missing = [], environments = [], versions = [], notAsked, limits } = account;
  return [
    ...(release ? [l10n.t("release of {0}", format(release.releasedAt))] : []),
    ...(missing.length > 0
      ? [l10n.t("lacks the releases of {0}", listed(missing.map(({ releasedAt }) => format(releasedAt))))]
      : []),
    describeInstalledCount(account),
    ...(environments.length > 0 ? [l10n.t("in {0}", listed(environments))] : []),
    ...versions.map((version) => describeDeployedVersion(version, format)),
    notAsked?.message ?? "",
    limits ?? "",
  ].filter((text) => text !== "");
}
