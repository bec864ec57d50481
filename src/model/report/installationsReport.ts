import type {
  DeployedVersion,
  InstallationReading,
  InstallationState,
  NotAsked,
  PackAccount,
  ReleaseDate,
} from "../installation/installationReading.ts";
import { sortedForOthers } from "../installation/sortedForOthers.ts";
import type { NamedPack } from "../pack/pack.ts";

/** Which accounts have which packs, as JSON for programs. */
export interface InstallationsReport {
  readonly formatVersion: 1;
  /** In the order of the packs, then by the name of the account. */
  readonly installations: readonly InstallationRow[];
}

/** An account that has a pack, or that the pack is shared with. */
export interface InstallationRow extends NamedPack {
  readonly accountId: string;
  readonly accountName: string;
  readonly state: InstallationState;
  /** The release that the account runs; left out where nobody reports it. */
  readonly releaseId?: string;
  /** The date of that release, an ISO instant; left out where nobody reports it. */
  readonly releasedAt?: string;
  /** The releases that came after it, newest first; left out where there are none or nobody reports them. */
  readonly missing?: readonly ReleaseDate[];
  /** How often the pack is installed; left out where it is once at most. */
  readonly count?: number;
  /** Left out where they were not read. */
  readonly environments?: readonly string[];
  /** Left out where they were not read. */
  readonly versions?: readonly SourcedVersion[];
  /** What could not be read of the account and why, as a sentence. */
  readonly limits?: string;
  /** Left out where the account was asked. */
  readonly notAsked?: NotAsked;
  /** When the reading ended, an ISO instant. */
  readonly readAt: string;
}

/** A version with the object of the account that names it. */
export interface SourcedVersion extends DeployedVersion {
  readonly source: "DeployedPackage";
}

/** The report of the installations of packs. */
export function installationsReport(readings: readonly InstallationReading[]): InstallationsReport {
  return {
    formatVersion: 1,
    installations: readings.flatMap((reading) =>
      sortedForOthers(reading.accounts).map((account) => installationRow(reading, account)),
    ),
  };
}

// Each key is written out: a field that the model gets is not published by accident.

function installationRow(
  { packId, name, readAt }: InstallationReading,
  account: PackAccount,
): InstallationRow {
  const { accountId, accountName, state, release, missing, count, environments, versions } = account;
  const { limits, notAsked } = account;
  return {
    packId,
    name,
    accountId,
    accountName,
    state,
    ...(release && { releaseId: release.releaseId, releasedAt: release.releasedAt }),
    ...(missing && { missing: missing.map(releaseDate) }),
    ...(count !== undefined && { count }),
    ...(environments && { environments: [...environments] }),
    ...(versions && { versions: versions.map(sourcedVersion) }),
    ...(limits !== undefined && { limits }),
    ...(notAsked && { notAsked: notAskedRow(notAsked) }),
    readAt,
  };
}

function releaseDate({ releaseId, releasedAt }: ReleaseDate): ReleaseDate {
  return { releaseId, releasedAt };
}

function sourcedVersion(version: DeployedVersion): SourcedVersion {
  const { componentId, componentName, packageVersion, environment, deployedAt } = version;
  return { componentId, componentName, packageVersion, environment, deployedAt, source: "DeployedPackage" };
}

function notAskedRow({ reason, code, message }: NotAsked): NotAsked {
  return { reason, ...(code !== undefined && { code }), message };
}
