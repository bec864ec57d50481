import type { ComponentType } from "./pack.ts";

/** A process or API Service component. */
export interface Component {
  readonly componentId: string;
  readonly name: string;
  readonly type: ComponentType;
}
