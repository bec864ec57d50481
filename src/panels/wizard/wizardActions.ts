import type { ComponentVersions } from "../../model/release/release.ts";
import type { PlanOpening } from "./wizardOpening.ts";

/** What the wizard asks of other parts of the extension. It does not offer an action that is left out. */
export interface WizardActions {
  /** Compares the chosen versions with the released ones, of the whole pack or of one component. */
  readonly compare?: (packId: string, versions: ComponentVersions, componentId?: string) => Promise<void>;
  /** Opens or copies the release notes: of the release with that id, or of a release of the chosen versions. */
  readonly releaseNotes?: (
    packId: string,
    versions: ComponentVersions,
    action: "open" | "copy",
    releaseId?: string,
  ) => Promise<void>;
  readonly addToAccountGroup?: (packId: string) => Promise<void>;
  readonly signIn?: () => Promise<void>;
  /** Opens the wizard with a release plan. */
  readonly openPlan?: (opening: PlanOpening) => Promise<void>;
}
