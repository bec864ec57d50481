/** What can happen to a scheduled release whose window passed while no scheduler ran. Stores contain these words. */
export const missedReleasesRules = ["release", "ask", "skip"] as const;

/**
 * What to do with a release whose window has passed: the setting `integrationPacks.scheduler.missedReleases`.
 *
 * - `release`: release it late
 * - `ask`: ask a person
 * - `skip`: leave it scheduled, marked missed
 */
export type MissedReleases = (typeof missedReleasesRules)[number];
