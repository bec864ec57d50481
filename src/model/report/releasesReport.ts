import type { Release } from "../release/release.ts";

/** Releases of a pack as JSON for programs, newest first. */
export interface ReleasesReport {
  readonly formatVersion: 1;
  readonly releases: readonly Release[];
}

/** The report of releases. */
export function releasesReport(releases: readonly Release[]): ReleasesReport {
  return { formatVersion: 1, releases: releases.map(releaseRow) };
}

// Each key is written out: a field that the model gets is not published by accident.

/** The row of a release. */
export function releaseRow(release: Release): Release {
  const { releaseId, releasedAt, releasedBy, trigger, versions, plan } = release;
  return { releaseId, releasedAt, releasedBy, trigger, versions, ...(plan && { plan }) };
}
