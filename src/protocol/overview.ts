import * as v from "valibot";
import type { CompactMatrix } from "../model/overview/compactMatrix.ts";
import type { PackOverview } from "../model/overview/packOverview.ts";
import type { Refusal, ShownErrorCode } from "./refusal.ts";

// The messages between the extension and the page with the overview of a pack.

/** The actions of the header. Each is a command, which asks what it needs to know and confirms what it does. */
export const overviewActions = [
  "release",
  "editSchedule",
  "releaseNow",
  "cancelSchedule",
  "compareWithReleased",
  "rollBack",
  "addToAccountGroup",
] as const;

/** An action of the header. */
export type OverviewAction = (typeof overviewActions)[number];

/** Everything that the page shows, as of one reading. The message has its matrix in a compact form. */
export interface ShownOverview extends PackOverview {
  /** The actions that make sense now. */
  readonly actions: readonly OverviewAction[];
}

/** From the extension to the page. */
export type OverviewMessage =
  /** In the document, and after every change. */
  | ({ readonly type: "overview"; readonly matrix: CompactMatrix } & Omit<ShownOverview, "matrix">)
  /** The pack could not be read. */
  | { readonly type: "overviewFailed"; readonly code: ShownErrorCode; readonly message: string }
  | Refusal;

const column = v.string();

/** From the page to the extension, which checks every message. */
export const overviewRequestSchema = v.variant("type", [
  /** The page is loaded and listens. */
  v.strictObject({ type: v.literal("ready") }),
  v.strictObject({ type: v.literal("reload") }),
  v.strictObject({ type: v.literal("act"), action: v.picklist(overviewActions) }),
  v.strictObject({ type: v.literal("viewDetails"), componentId: v.string(), version: v.string() }),
  v.strictObject({ type: v.literal("rollBack"), releaseId: v.string() }),
  /** Compares two columns. */
  v.strictObject({ type: v.literal("compare"), before: column, after: column }),
  /** The release notes of a column, or of everything between two. */
  v.strictObject({ type: v.literal("releaseNotes"), before: v.optional(column), after: column }),
  v.strictObject({ type: v.literal("showInstallations") }),
  v.strictObject({ type: v.literal("copyMarkdown") }),
  v.strictObject({ type: v.literal("exportCsv") }),
]);

export type OverviewRequest = v.InferOutput<typeof overviewRequestSchema>;

/** The part of the page's stored state by which the extension restores the panel after a reload of the window. */
export const overviewStateSchema = v.object({ packId: v.string() });

/** What an overview shows. */
export type OverviewSubject = v.InferOutput<typeof overviewStateSchema>;
