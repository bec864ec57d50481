import type { IntegrationPack } from "../../model/pack/pack.ts";

/** What the wizard offers on the current backend. */
export interface WizardCapabilities {
  readonly canSchedule: boolean;
  readonly canUndelete: boolean;
  /** Nobody knows in which zone the date of a scheduled release begins. Left out where the zone of dates counts. */
  readonly hasUncertainZone?: true;
  /**
   * From the scheduling until the date, the update is pending for accounts: it can be applied `here`, only `byAccounts`
   * themselves, or no account sees it (`none`).
   */
  readonly pendingUpdates: "here" | "byAccounts" | "none";
  /** Whether a person can say which components leave a pack, where that is in doubt. */
  readonly canConfirmLeaving: boolean;
  readonly actions: readonly WizardActionName[];
}

/** An action that another part of the extension does. */
export type WizardActionName = "compare" | "releaseNotes" | "addToAccountGroup" | "signIn";

/** The pack and what the wizard needs to know with it, as of one reading. */
export interface WizardPack {
  readonly pack: IntegrationPack;
  readonly capabilities: WizardCapabilities;
  /** The IANA zone of dates. Left out when none is known. */
  readonly timeZone?: string;
  /** Why no zone is known, and what to do. */
  readonly timeZoneProblem?: string;
  /** The value of `integrationPacks.release.branch`; `""` when no branch is preferred. */
  readonly releaseBranch: string;
}
