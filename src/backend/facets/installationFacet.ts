import type { InstallationReading, PackAccount } from "../../model/installation/installationReading.ts";

/** How far a reading of installations is. */
export interface InstallationProgress {
  /** How many accounts were asked. */
  readonly asked: number;
  /** How many accounts are to be asked. */
  readonly total: number;
  /** What was found since the progress before. */
  readonly found: readonly FoundInstallation[];
}

/** What an account has of a pack, as soon as it is known. */
export interface FoundInstallation extends PackAccount {
  readonly packId: string;
}

/** Options of `read`. */
export interface ReadInstallationsOptions {
  /** Ends the reading early: the accounts that were not asked yet are `notAsked`, with the reason `cancelled`. */
  readonly signal?: AbortSignal;
  /** Receives each account that answered, from the first one on. */
  readonly onProgress?: (progress: InstallationProgress) => void;
  /** Whether to read environments and versions of each account that has a pack, too, which takes further requests. */
  readonly withDetails?: boolean;
}

/** Which accounts have a pack. */
export interface InstallationFacet {
  /** Whether each account is asked by a request of its own, so that a reading may take minutes. */
  readonly asksEachAccount: boolean;
  /**
   * Reads which accounts have the packs, in the order of the ids. An account that cannot be asked is part of the reading. The
   * reading becomes the latest one of each pack.
   *
   * @throws `NotFound`; `Unauthorized`, `Forbidden`, `RateLimited`, `Unreachable` where no account could be listed
   */
  read(packIds: readonly string[], options?: ReadInstallationsOptions): Promise<InstallationReading[]>;
  /** The latest reading of the pack; nothing where there is none. Asks no account. */
  latest(packId: string): Promise<InstallationReading | undefined>;
  /**
   * Reads where the pack is installed in an account of the latest reading, which then contains it. Nothing where the account
   * is not in it. @throws as `read`
   */
  readDetails(packId: string, accountId: string, signal?: AbortSignal): Promise<PackAccount | undefined>;
}
