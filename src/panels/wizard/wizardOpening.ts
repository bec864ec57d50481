import type * as vscode from "vscode";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import type { WizardStart } from "../../protocol/wizard/wizardStart.ts";

/** What the wizard is opened with: one pack, several packs, or a release plan. */
export type WizardOpening = PackOpening | PacksOpening | PlanOpening;

/** Opens the wizard for one pack. */
export interface PackOpening {
  /** As the command read it. The wizard does not read it again before it changes. */
  readonly pack: IntegrationPack;
  readonly start: WizardStart;
}

/** Opens the wizard for several packs, with their preselected versions. */
export interface PacksOpening {
  /** As the command read them, in the order in which they are released. */
  readonly packs: readonly IntegrationPack[];
}

/** Opens the wizard with the packs, the versions and the date of a release plan, for a person to review and apply. */
export interface PlanOpening {
  readonly plan: ReleasePlan;
  /** The file that the plan comes from. The wizard says when its content changes. */
  readonly file?: vscode.Uri;
}
