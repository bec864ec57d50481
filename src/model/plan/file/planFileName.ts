import type { ReleasePlan } from "../releasePlan.ts";

/** How plan files end. */
export const planFileEnding = ".release-plan.json";

/** A file name made of the plan's name: without what a file system does not take. */
export function planFileName({ name = "" }: Pick<ReleasePlan, "name">): string {
  const parts = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${parts.join("-").slice(0, 60) || "release"}${planFileEnding}`;
}
