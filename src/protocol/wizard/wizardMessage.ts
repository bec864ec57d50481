import type { RolloutCounts } from "../../model/installation/countInstallations.ts";
import type { PackSharing } from "../../model/pack/accountGroup.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import type { ReleaseSchedule } from "../../model/schedule/scheduledRelease.ts";
import type { DetailsAnswer } from "../details.ts";
import type { Refusal, ShownErrorCode } from "../refusal.ts";
import type { WizardStart } from "./wizardStart.ts";
import type { WizardPack } from "./wizardPack.ts";
import type { PlanMessage } from "./planMessage.ts";

/**
 * What the accounts with the pack run, before and after the submission. Left out of a message where no account has the pack, or
 * the backend does not know what they run.
 */
export interface Rollout {
  readonly before: RolloutCounts;
  readonly after: RolloutCounts;
}

/** The packaged versions by component id, newest first. */
export type VersionsOfComponents = Readonly<Record<string, readonly PackagedVersion[]>>;

/** From the extension to the page. */
export type WizardMessage =
  /** Messages that the page renders at once. */
  | { readonly type: "several"; readonly messages: readonly WizardMessage[] }
  /** Answers `ready` and `reload`, and follows every change: one for each pack of the wizard. */
  | ({ readonly type: "pack" } & WizardPack)
  /** The packaged versions of the components of all packs. Follows the packs. */
  | { readonly type: "versions"; readonly versions: VersionsOfComponents }
  | { readonly type: "versionsFailed"; readonly message: string }
  | { readonly type: "sharing"; readonly packId: string; readonly sharing: PackSharing }
  /** The pack could not be read. `packId` is left out where no pack could. */
  | {
      readonly type: "packFailed";
      readonly packId?: string;
      readonly code: ShownErrorCode;
      readonly message: string;
    }
  /** A command opened the wizard: the page starts over. */
  | { readonly type: "start"; readonly start: WizardStart }
  /** The submission is under way. */
  | { readonly type: "progress"; readonly step: string }
  | {
      readonly type: "released";
      readonly releaseId: string;
      readonly releasedAt: string;
      readonly rollout?: Rollout;
    }
  | { readonly type: "scheduled"; readonly schedule: ReleaseSchedule; readonly rollout?: Rollout }
  | { readonly type: "rejected"; readonly code: ShownErrorCode; readonly message: string }
  | PlanMessage
  | DetailsAnswer
  | Refusal;
