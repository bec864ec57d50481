import type { NamedPack } from "../../model/pack/pack.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import type { ComponentVersions } from "../../model/release/release.ts";

/** What a command opens the wizard with. What is left out is preselected. */
export interface WizardStart {
  readonly option: ReleaseOption;
  /** Versions to choose, such as those of a scheduled or an earlier release. */
  readonly versions?: ComponentVersions;
  /** `yyyy-MM-dd`. */
  readonly date?: string;
  /** The ISO instant of the release that is rolled back to. */
  readonly rollBackTo?: string;
  /** The names of the components of that release that are not in the pack now. */
  readonly removed?: readonly string[];
  /** The versions are those of a release plan. Components that were never released and are not in it are left out. */
  readonly isPlanned?: true;
  /** Left out where one pack is released. */
  readonly several?: SeveralStart;
}

/** What the wizard for several packs is opened with, beside its option and its date. */
export interface SeveralStart {
  /** In the order in which they are released. */
  readonly packs: readonly PackStart[];
  /** The name of the release plan. */
  readonly planName: string;
  /** The plan that the wizard was opened with, exactly as it was reviewed. Left out where the packs were selected. */
  readonly plan?: ReleasePlan;
  /** The URI of the plan's file. Left out where it has none. */
  readonly file?: string;
}

/** One of several packs. */
export interface PackStart extends NamedPack {
  /** The versions to choose. What is left out is preselected. */
  readonly versions?: ComponentVersions;
}

/** *Release immediately* or *Release on specified date*. */
export type ReleaseOption = "immediate" | "date";
