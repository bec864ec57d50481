import { releaseErrors } from "../../errors/releaseErrors.ts";
import type { Release } from "./release.ts";
import { pastReleases, type PastRelease } from "./pastRelease.ts";

/** Finds a release by its id in the history of a pack. @throws `NotFound` */
export function findPastRelease(
  history: readonly Release[],
  releaseId: string,
  packName: string,
): PastRelease {
  const past = pastReleases(history).find(({ release }) => release.releaseId === releaseId);
  if (!past) throw releaseErrors.releaseNotFound(releaseId, packName);
  return past;
}
