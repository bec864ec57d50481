import type { Backend } from "../../backend/backend.ts";
import {
  countRollout,
  installedCount,
  type RolloutCounts,
} from "../../model/installation/countInstallations.ts";

/**
 * What the accounts with the pack run. Nothing where no account has it, where the accounts would have to be asked, or where it
 * cannot be read: that is no reason not to release.
 */
export async function readRollout(
  { installations }: Pick<Backend, "installations">,
  packId: string,
): Promise<RolloutCounts | undefined> {
  if (installations.asksEachAccount) return undefined;
  const reading = await installations.latest(packId).catch(() => undefined);
  return reading && installedCount(reading.accounts) > 0 ? countRollout(reading.accounts) : undefined;
}
