import type * as vscode from "vscode";
import type { ActiveBackend } from "../activeBackend.ts";

/** Dependencies of `ScheduledReleases`. */
export interface ScheduledReleasesServices {
  readonly backend: ActiveBackend;
  readonly log: vscode.LogOutputChannel;
  /** Shows the pack selected in the packs view. */
  readonly revealPack: (packId: string) => Promise<void>;
}
