import type { PackAccount } from "../installation/installationReading.ts";
import type { PackProperties, UnsettledRelease } from "../pack/pack.ts";
import type { ReleaseSchedule } from "../schedule/scheduledRelease.ts";
import type { ReleaseMatrix } from "./releaseMatrix.ts";

/** Which accounts have the pack, as of the latest reading. */
export interface OverviewInstallations {
  /** An ISO instant. */
  readonly readAt: string;
  readonly accounts: readonly Pick<PackAccount, "accountId" | "accountName" | "state" | "stateBefore">[];
  /** Whether each account reports what it has by itself: none reports what it had before the last release. */
  readonly asksEachAccount: boolean;
}

/** What an overview shows of a pack, as of one reading. */
export interface PackOverview {
  readonly pack: PackProperties;
  readonly componentCount: number;
  /** The number of components in which a release would change something, up to `mostCountedChanges`. */
  readonly changeCount: number;
  readonly released: boolean;
  /** An ISO instant. Left out where the pack was never released or the date is not known. */
  readonly lastReleasedAt?: string;
  readonly scheduled?: ReleaseSchedule;
  readonly unsettled?: UnsettledRelease;
  /** The names of the account groups that receive the pack. */
  readonly groups: readonly string[];
  /** Why the groups are not known, as a sentence. */
  readonly groupsProblem?: string;
  readonly matrix: ReleaseMatrix;
  /** Left out where nothing was read yet. */
  readonly installations?: OverviewInstallations;
  /** Which releases are missing from the matrix, as a sentence. */
  readonly historyLimits?: string;
}
