import * as l10n from "@vscode/l10n";
import { csv } from "../text/csv.ts";
import {
  describeBoomiRule,
  describeDeployedVersion,
  describeInstallationState,
} from "./describeInstallation.ts";
import type { InstallationReading, PackAccount } from "./installationReading.ts";
import { sortedForOthers } from "./sortedForOthers.ts";

/** Formats readings as CSV for spreadsheets: a line for each account of each pack. Instants are ISO. */
export function installationsCsv(readings: readonly InstallationReading[]): string {
  const header = [
    l10n.t("Pack"),
    l10n.t("Pack ID"),
    l10n.t("Account"),
    l10n.t("Account ID"),
    l10n.t("State"),
    l10n.t("Release ID"),
    l10n.t("Released At"),
    l10n.t("Missing Releases"),
    l10n.t("Times Installed"),
    l10n.t("Environments"),
    l10n.t("Versions"),
    l10n.t("Remarks"),
    l10n.t("Read"),
  ];
  const lines = readings.flatMap((reading) =>
    sortedForOthers(reading.accounts).map((account) => cellsOf(reading, account)),
  );
  return csv([header, ...lines]);
}

function cellsOf(reading: InstallationReading, account: PackAccount): string[] {
  const { state, release, missing = [], count, environments = [], versions = [], notAsked, limits } = account;
  const asIs = (instant: string) => instant;
  const remarks = [
    state === "installed" ? describeBoomiRule(reading.latestRelease, asIs) : "",
    notAsked?.message ?? "",
    limits ?? "",
  ];
  return [
    reading.name,
    reading.packId,
    account.accountName,
    account.accountId,
    describeInstallationState(state),
    release?.releaseId ?? "",
    release?.releasedAt ?? "",
    missing.map(({ releasedAt }) => releasedAt).join("; "),
    state === "installed" ? String(count ?? 1) : "",
    environments.join("; "),
    versions.map((version) => describeDeployedVersion(version, asIs)).join("; "),
    remarks.filter((text) => text !== "").join(" "),
    reading.readAt,
  ];
}
