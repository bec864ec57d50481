import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { manyPacks } from "./manyPacks.ts";

/** `Pack 1`, shared with the accounts `Account 001`, `Account 002` …, of which every second one has it installed. */
export function manyAccounts(count: number): Snapshot {
  const accounts = Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(3, "0");
    return { accountId: `account-${number}`, name: `Account ${number}` };
  });
  return {
    ...manyPacks(1, 1),
    accountGroups: [{ groupId: "g-all", name: "All Accounts", packIds: ["pack-1"], accounts }],
    installations: accounts
      .filter((_, at) => at % 2 === 0)
      .map(({ accountId }) => ({ accountId, packId: "pack-1", releaseId: "r-1", appliedScheduled: false })),
  };
}
