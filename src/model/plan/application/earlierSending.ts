/** What is known of a pack that was sent under the same plan before, once its outcome was looked up. */
export interface EarlierSending {
  readonly packId: string;
  /** The id of what was sent; left out where it is not known. */
  readonly releaseId?: string;
  /**
   * - `rejected`: the answer proves that the platform rejected the request
   * - `error`: the platform gave its status `ERROR`
   * - `running`: the platform still runs it
   * - `unknown`: anything else, however much time has passed and whatever the versions are
   */
  readonly found: "rejected" | "error" | "running" | "unknown";
  /** Whether a person who was told that the outcome is unknown confirmed the pack again, in the wizard or on a terminal. */
  readonly confirmedAgain: boolean;
}

/** Whether the pack may be sent again (rule 16): it was certainly not made, or a person confirmed it again. */
export function maySendAgain({ found, confirmedAgain }: EarlierSending): boolean {
  switch (found) {
    case "rejected":
    case "error":
      return true;
    case "unknown":
      return confirmedAgain;
    case "running":
      return false;
  }
}
