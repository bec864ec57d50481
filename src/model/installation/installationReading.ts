import type { ErrorCode } from "../../errors/errors.ts";
import type { NamedPack } from "../pack/pack.ts";
import type { Release } from "../release/release.ts";

/**
 * What an account has of a pack.
 *
 * - `current`: it runs the pack's latest release
 * - `behind`: it runs an earlier release
 * - `updatePending`: a scheduled release waits that the account may apply before its date
 * - `appliedEarly`: the account applied the scheduled release before its date
 * - `installed`: it has the pack, and nobody reports which release it runs
 * - `notInstalled`: the pack is shared with the account, which has not installed it
 * - `notAsked`: whether the account has the pack could not be asked
 */
export type InstallationState = (typeof installationStates)[number];

/** All states, in the order in which they are shown. */
export const installationStates = [
  "current",
  "behind",
  "updatePending",
  "appliedEarly",
  "installed",
  "notInstalled",
  "notAsked",
] as const;

/** The id and the date of a release. `releasedAt` is an ISO instant. */
export type ReleaseDate = Pick<Release, "releaseId" | "releasedAt">;

/** A package version that a deployed package of an account names. */
export interface DeployedVersion {
  readonly componentId: string;
  /** The id where the name is not known. */
  readonly componentName: string;
  readonly packageVersion: string;
  /** The name of the environment; its id where the name cannot be read. */
  readonly environment: string;
  /** ISO instant. */
  readonly deployedAt: string;
}

/**
 * Why an account could not be asked.
 *
 * - `refused`: the account does not let the user read its installations
 * - `unanswered`: no usable answer came
 * - `cancelled`: a person cancelled the reading before it was the account's turn
 */
export type NotAskedReason = "refused" | "unanswered" | "cancelled";

/** Why an account could not be asked, and what to do about it. */
export interface NotAsked {
  readonly reason: NotAskedReason;
  /** Left out where a person cancelled the reading. */
  readonly code?: ErrorCode;
  readonly message: string;
}

/** Where a pack is installed in an account, as the account's own objects say. */
export interface InstallationDetails {
  /** The environments that installations of the pack are attached to, sorted by name. Left out where they cannot be read. */
  readonly environments?: readonly string[];
  /** The versions that deployed packages of the account name. Left out where they cannot be read. */
  readonly versions?: readonly DeployedVersion[];
  /** What could not be read and why, as a sentence. Left out where everything was read. */
  readonly limits?: string;
}

/** An account with what it has of a pack. */
export interface PackAccount extends InstallationDetails {
  readonly accountId: string;
  /** The id where the name cannot be read. */
  readonly accountName: string;
  readonly state: InstallationState;
  /** What it had of the pack before the pack's last release; left out where that is not known. */
  readonly stateBefore?: InstallationState;
  /** The release that the account runs; left out where nobody reports it. */
  readonly release?: ReleaseDate;
  /** The releases that came after that one, newest first; left out where there are none or nobody reports them. */
  readonly missing?: readonly ReleaseDate[];
  /** How often the pack is installed; left out where it is once at most. */
  readonly count?: number;
  /** Left out where the account was asked. */
  readonly notAsked?: NotAsked;
}

/** Which accounts have a pack, at the time of the reading. */
export interface InstallationReading extends NamedPack {
  /** When the reading ended, an ISO instant. */
  readonly readAt: string;
  /** The accounts that have the pack or that it is shared with, sorted by name. */
  readonly accounts: readonly PackAccount[];
  /** The pack's latest release; left out where it is not known. */
  readonly latestRelease?: ReleaseDate;
}
