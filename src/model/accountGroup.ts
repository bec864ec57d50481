/** A group of managed accounts that packs are shared with. */
export interface AccountGroupReference {
  readonly groupId: string;
  readonly name: string;
}

/** A pack installed in a managed account. */
export interface Installation {
  readonly accountId: string;
  readonly accountName: string;
  /** The release it runs. */
  readonly releaseId: string;
  /** Whether a scheduled release waits for this account (rule 7: it may be applied by hand). */
  readonly pendingUpdate: boolean;
}

/** Who receives the releases of a pack. */
export interface PackSharing {
  readonly groups: readonly AccountGroupReference[];
  /** Left out where the backend cannot know. */
  readonly installations?: readonly Installation[];
}
