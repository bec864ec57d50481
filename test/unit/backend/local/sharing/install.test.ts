import assert from "node:assert/strict";
import type { Snapshot } from "../../../../../src/model/snapshot/snapshot.ts";
import { twinPacks } from "../../../../support/fixtures/twinPacks.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

/** The pack `p` is shared with the account `x` alone, `q` with `y` alone. */
function separateGroups(): Snapshot {
  const group = (groupId: string, packId: string, accountId: string) => ({
    groupId,
    name: groupId,
    packIds: [packId],
    accounts: [{ accountId, name: accountId }],
  });
  return {
    ...twinPacks(),
    accountGroups: [group("g", "p", "x"), group("h", "q", "y")],
    installations: [],
  };
}

describe("an installation in the local store", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("needs a group with both the pack and the account", async () => {
    const backend = await stores.openWith(separateGroups());
    const { managedAccounts } = backend;
    await rejectsWith(managedAccounts.install("p", "y"), "InvalidRequest", /not shared/);
    await rejectsWith(managedAccounts.install("q", "x"), "InvalidRequest", /not shared/);
    await managedAccounts.install("p", "x");
    await managedAccounts.install("q", "y");
    for (const [packId, accountId] of [
      ["p", "x"],
      ["q", "y"],
    ] as const) {
      const { installations } = await backend.getSharing(packId);
      assert.deepEqual(
        installations?.map((each) => [each.accountId, each.releaseId]),
        [[accountId, `${packId}-1`]],
      );
    }
  });
});
