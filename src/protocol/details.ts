import * as v from "valibot";
import type {
  CarryingPack,
  Deployment,
  IncludedComponent,
  PackagedVersion,
} from "../model/pack/packagedVersion.ts";
import type { Refusal } from "./refusal.ts";

// The messages between the extension and the pages that show the details of a packaged version.

/** A packaged version, with the branch that releases come from: `""` when none is preferred. */
export interface DetailedVersion extends PackagedVersion {
  readonly releaseBranch: string;
}

/** The parts of the details. Each part loads, fails and is retried by itself. */
export interface DetailsParts {
  readonly version: DetailedVersion;
  readonly includedComponents: readonly IncludedComponent[];
  readonly deployments: readonly Deployment[];
  readonly carryingPacks: readonly CarryingPack[];
}

export type DetailsPart = keyof DetailsParts;

/** A value that is loading, was loaded, or failed with a message for users. */
export type Loadable<T> =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly value: T }
  | { readonly state: "failed"; readonly message: string };

/** The answer to `loadDetails`. */
export type DetailsAnswer = {
  [Part in DetailsPart]: {
    readonly type: "details";
    readonly packageId: string;
    readonly part: Part;
    readonly content: Loadable<DetailsParts[Part]>;
  };
}[DetailsPart];

/** Requests one part. */
export const loadDetailsSchema = v.strictObject({
  type: v.literal("loadDetails"),
  packageId: v.string(),
  part: v.picklist(["version", "includedComponents", "deployments", "carryingPacks"]),
});

/** Copies an id to the clipboard. */
export const copySchema = v.strictObject({ type: v.literal("copy"), text: v.string() });

/** From the details page to the extension, which checks every message. */
export const detailsRequestSchema = v.variant("type", [loadDetailsSchema, copySchema]);

export type DetailsRequest = v.InferOutput<typeof detailsRequestSchema>;

/** From the extension to the details page. */
export type DetailsMessage =
  /** The data changed: the loaded parts may be old. */
  { readonly type: "changed" } | DetailsAnswer | Refusal;

/** What the document brings, and what the page stores over a reload of the window. */
export const detailsStateSchema = v.object({ packageId: v.string() });

export type DetailsState = v.InferOutput<typeof detailsStateSchema>;
