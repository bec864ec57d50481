import * as v from "valibot";
import type {
  CarryingPack,
  Deployment,
  IncludedComponent,
  PackagedVersion,
} from "../model/pack/packagedVersion.ts";

// What the details of a packaged version are asked and answered in, shared by their own panel and the wizard.

/** The parts of the details; each is read, fails and is retried by itself. */
export interface DetailsParts {
  readonly version: PackagedVersion;
  readonly includedComponents: readonly IncludedComponent[];
  readonly deployments: readonly Deployment[];
  readonly carryingPacks: readonly CarryingPack[];
}

export type DetailsPart = keyof DetailsParts;

/** A part: not there yet, there, or the reason why not. */
export type Loadable<T> =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly value: T }
  | { readonly state: "failed"; readonly message: string };

/** Answers one `loadDetails`. */
export type DetailsAnswer = {
  [Part in DetailsPart]: {
    readonly type: "details";
    readonly packageId: string;
    readonly part: Part;
    readonly content: Loadable<DetailsParts[Part]>;
  };
}[DetailsPart];

/** Asks for one part. */
export const loadDetailsSchema = v.strictObject({
  type: v.literal("loadDetails"),
  packageId: v.string(),
  part: v.picklist(["version", "includedComponents", "deployments", "carryingPacks"]),
});

/** Copies an id to the clipboard. */
export const copySchema = v.strictObject({ type: v.literal("copy"), text: v.string() });

/** From the panel of details to the extension. Checked before it is used. */
export const detailsRequestSchema = v.variant("type", [loadDetailsSchema, copySchema]);

export type DetailsRequest = v.InferOutput<typeof detailsRequestSchema>;

/** From the extension to the panel of details. */
export type DetailsMessage =
  /** The data changed: what was loaded may be old. */
  { readonly type: "changed" } | DetailsAnswer;

/** What the page begins with, and what is kept of it over a reload of the window. */
export const detailsStateSchema = v.object({ packageId: v.string() });

export type DetailsState = v.InferOutput<typeof detailsStateSchema>;
