import type { IntegrationPack } from "../pack/pack.ts";
import { differencesFrom } from "./confirmedState.ts";
import { describeDifference } from "./describeDifference.ts";
import type { ScheduledRelease } from "./scheduledRelease.ts";

/** The scheduled release with the differences of its pack from the confirmed state, where there are any (rule 12). */
export function withDifferences(
  scheduled: ScheduledRelease,
  pack: Pick<IntegrationPack, "components">,
): ScheduledRelease {
  const differences = scheduled.confirmed ? differencesFrom(scheduled.confirmed, pack) : [];
  return differences.length === 0
    ? scheduled
    : { ...scheduled, differences: differences.map(describeDifference) };
}
