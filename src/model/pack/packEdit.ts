import type { ComponentType, DeploymentModel, InstallationType } from "./pack.ts";

/** The properties of a pack to create. */
export interface NewPack {
  readonly name: string;
  readonly description: string;
  readonly installationType: InstallationType;
  /** `packaged` when left out. */
  readonly deploymentModel?: DeploymentModel;
}

/** The properties of a pack to change. Those left out stay, and so does the type (rule 1). */
export interface PackEdit {
  readonly name?: string;
  readonly description?: string;
}

/** A component that can be added to a pack (rule 2). */
export interface AddableComponent {
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
  /** Its most recent shareable, not deleted version. */
  readonly latestVersion: string;
}
