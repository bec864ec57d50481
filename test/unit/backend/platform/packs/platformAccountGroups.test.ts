import assert from "node:assert/strict";
import { ids } from "../../../../support/fixtures/store.ts";
import { users } from "../../../../support/platform/standIn/privileges.ts";
import { changes, withPlatform } from "../../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

describe("account groups on the platform", function () {
  this.timeout(30_000);

  it("have no limits where everything can be read, and name what cannot", async () => {
    await withPlatform(async ({ backend }) => {
      const [group] = await backend.accountGroups.listAccountGroups();
      assert.ok(group && !("limits" in group));
    });
    await withPlatform(
      async ({ backend }) => {
        const [group] = await backend.accountGroups.listAccountGroups();
        assert.match(group?.limits ?? "", /accounts of the group are not shown: [^]*ACCOUNT_ADMIN/);
      },
      { modes: { unfilteredGroupPacks: "answered" }, privileges: new Set(users.withoutAccountAdmin) },
    );
  });

  it("get a pack once: nothing is sent for one that is in the group, or was never released", () =>
    withPlatform(async ({ backend, platform }) => {
      await rejectsWith(
        backend.accountGroups.addPack(ids.orderToCash, "g-all"),
        "InvalidRequest",
        /All Accounts/,
      );
      await rejectsWith(backend.accountGroups.addPack(ids.neverReleased, "g-all"), "InvalidRequest");
      assert.deepEqual(changes(platform), []);
      await backend.accountGroups.addPack(ids.upToDate, "g-all");
      assert.deepEqual(changes(platform), ["AccountGroupIntegrationPack create"]);
    }));
});
