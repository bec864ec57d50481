import { compareCodeUnits } from "../text/compareCodeUnits.ts";
import type { PackAccount } from "./installationReading.ts";

/** The accounts by name and id as every machine sorts them, for documents that are passed on. */
export function sortedForOthers(accounts: readonly PackAccount[]): PackAccount[] {
  return accounts.toSorted(
    (one, other) =>
      compareCodeUnits(one.accountName, other.accountName) ||
      compareCodeUnits(one.accountId, other.accountId),
  );
}
