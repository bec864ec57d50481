import type * as vscode from "vscode";
import type { Log } from "../base/log.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";
import type { WizardActions } from "./wizard/wizardActions.ts";

/** Dependencies of the panels. */
export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly backend: ActiveBackend;
  readonly log: Log;
  /** The IANA zone of dates, as the settings name it now. @throws `InvalidRequest` when no zone is known */
  readonly timeZone: () => string;
  /** The branch that releases come from, as the settings name it now. */
  readonly releaseBranch: () => string;
  /** Selects the pack in the packs view, and opens its overview. */
  readonly showPack: (packId: string) => Promise<void>;
  readonly wizardActions: WizardActions;
}
