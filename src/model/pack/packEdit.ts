import type { ComponentType, DeploymentModel, InstallationType } from "./pack.ts";

/** What a new pack is made of. */
export interface NewPack {
  readonly name: string;
  readonly description: string;
  readonly installationType: InstallationType;
  /** `packaged` when left out. */
  readonly deploymentModel?: DeploymentModel;
}

/** What is to be changed of a pack; what is left out stays (rule 1: the type always does). */
export interface PackEdit {
  readonly name?: string;
  readonly description?: string;
}

/** A component that a pack may get (rule 2). */
export interface AddableComponent {
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
  /** Its most recent shareable, not deleted version. */
  readonly latestVersion: string;
}
