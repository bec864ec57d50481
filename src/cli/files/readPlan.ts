import { parsePlan } from "../../model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { asUsage } from "../usageError.ts";
import { readText } from "./readText.ts";

/** Reads a release plan. @throws `UsageError` for a file that cannot be read or is no valid plan */
export async function readPlan(
  file: string,
  surroundings: Pick<Surroundings, "workingFolder">,
): Promise<ReleasePlan> {
  const text = await readText(file, surroundings);
  return asUsage(() => parsePlan(text));
}
