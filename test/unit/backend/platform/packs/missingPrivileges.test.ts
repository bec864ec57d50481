import assert from "node:assert/strict";
import { checkSignIn } from "../../../../../src/backend/platform/account/checkSignIn.ts";
import { ids } from "../../../../support/fixtures/store.ts";
import { environmentId } from "../../../../support/platform/standIn/objects/stateFromSnapshot.ts";
import type { PlatformStandIn } from "../../../../support/platform/standIn/platformStandIn.ts";
import { users } from "../../../../support/platform/standIn/privileges.ts";
import { withPlatform } from "../../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

function connectionTo({ baseUrl, access }: PlatformStandIn) {
  const { accountId, email: user, token } = access;
  return { baseUrl, accountId, overrideAccount: "", user, token };
}

describe("signing in", function () {
  this.timeout(30_000);

  it("shows the name of the account", () =>
    withPlatform(async ({ platform }) => {
      assert.equal(await checkSignIn(connectionTo(platform)), "Acme");
    }));

  for (const user of ["withoutAccountAdmin", "releaseOnly"] as const) {
    it(`needs no privilege to read accounts: ${user}`, () =>
      withPlatform(
        async ({ platform }) => {
          assert.equal(await checkSignIn(connectionTo(platform)), platform.access.accountId);
        },
        { privileges: new Set(users[user]) },
      ));
  }

  it("fails without the privileges for packs, and names them", () =>
    withPlatform(
      async ({ platform }) => {
        const names = [
          /"API Publisher Integration Pack", "Integration Pack"/,
          /"Publisher Integration Pack"/,
        ];
        await rejectsWith(checkSignIn(connectionTo(platform)), "Forbidden", ...names);
      },
      { privileges: new Set(["API", "ACCOUNT_ADMIN"]) },
    ));

  it("fails with a wrong token, and for another account", () =>
    withPlatform(async ({ platform }) => {
      const connection = connectionTo(platform);
      await rejectsWith(checkSignIn({ ...connection, token: "wrong-token" }), "Unauthorized");
      await rejectsWith(checkSignIn({ ...connection, accountId: "other" }), "Forbidden");
    }));
});

for (const denied of [403, 400] as const) {
  describe(`a privilege that is missing, answered by ${denied},`, function () {
    this.timeout(30_000);

    it("for environments shows their ids in place of their names", () =>
      withPlatform(
        async ({ backend }) => {
          const deployments = await backend.listDeployments("k-create-1.0");
          assert.deepEqual(
            deployments.map(({ environment }) => environment),
            [environmentId("Production"), environmentId("Test")],
          );
          assert.deepEqual(
            deployments.map(({ deployedDate }) => deployedDate.slice(0, 10)),
            ["2026-01-12", "2026-01-11"],
          );
        },
        { modes: { denied }, privileges: new Set(users.withoutAtomManagement) },
      ));

    it("for components shows what packs say of them, else their ids", () =>
      withPlatform(
        async ({ backend }) => {
          await backend.listPacks();
          const [version] = (await backend.listVersions([ids.createOrder])).get(ids.createOrder) ?? [];
          assert.deepEqual([version?.componentName, version?.folder], ["Create Order", ""]);
          const included = await backend.listIncludedComponents("k-create-1.0");
          assert.deepEqual(
            included.map(({ name }) => name),
            [ids.createOrder, "c-map", "c-profile"],
          );
          await rejectsWith(
            backend.getComponentXml("k-create-1.0", ids.createOrder),
            "Forbidden",
            /Build Read Access/,
          );
          await backend.release({ packId: ids.orderToCash });
        },
        { modes: { denied }, privileges: new Set(users.withoutBuild) },
      ));

    it("for accounts shows the groups that packs are shared with, by their ids, and says what is hidden", () =>
      withPlatform(
        async ({ backend }) => {
          const [group, ...others] = await backend.accountGroups.listAccountGroups();
          assert.deepEqual(others, []);
          assert.deepEqual([group?.groupId, group?.name], ["g-all", "g-all"]);
          assert.deepEqual(
            group?.packs.map(({ name }) => name),
            ["Order to Cash", "Scheduled"],
          );
          assert.match(group.limits ?? "", /accounts of the group are not shown.*ACCOUNT_ADMIN/);
          await backend.accountGroups.addPack(ids.upToDate, "g-all");
          assert.deepEqual((await backend.getSharing(ids.upToDate)).groups, [
            { groupId: "g-all", name: "g-all" },
          ]);
          await backend.accountGroups.removePack(ids.upToDate, "g-all");
        },
        {
          modes: { denied, unfilteredGroupPacks: "answered" },
          privileges: new Set(users.withoutAccountAdmin),
        },
      ));

    it("for accounts is named where nothing can be shown without it", () =>
      withPlatform(
        async ({ backend }) => {
          await rejectsWith(backend.accountGroups.listAccountGroups(), "Forbidden", /ACCOUNT_ADMIN/);
          assert.ok((await backend.listPacks()).length > 0);
        },
        { modes: { denied }, privileges: new Set(users.withoutAccountAdmin) },
      ));

    it("for sharing shows the groups with their accounts, and says that their packs are hidden", () =>
      withPlatform(
        async ({ backend }) => {
          const [group] = await backend.accountGroups.listAccountGroups();
          assert.deepEqual(
            group?.accounts.map(({ name }) => name),
            ["Acme", "Bolt"],
          );
          assert.match(group.limits ?? "", /packs of the group are not shown.*Account Group Management/);
        },
        { modes: { denied }, privileges: new Set([...users.releaseOnly, "API", "ACCOUNT_ADMIN"]) },
      ));

    it("for anything but releases lets packs be shown, released and scheduled", () =>
      withPlatform(
        async ({ backend, platform }) => {
          const { components } = await backend.getPack(ids.orderToCash);
          assert.equal(components.length, 3);
          const { versions } = await backend.release({ packId: ids.orderToCash });
          assert.deepEqual(versions, { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" });
          await backend.schedules.schedule({ packId: ids.orderToCash, date: "2026-06-20", timeZone: "UTC" });
          const privilege = /Packaged Component Management \(PACKAGE_MANAGEMENT\)/;
          await rejectsWith(backend.listVersions([ids.createOrder]), "Forbidden", privilege);
          const rollBack = { packId: ids.upToDate, versions: { [ids.createOrder]: "1.0" } };
          await rejectsWith(backend.release(rollBack), "Forbidden", privilege);
          await rejectsWith(backend.packaging.deleteVersion("k-api-10"), "Forbidden", privilege);
          await rejectsWith(backend.packaging.listComponents(), "Forbidden", /Build Read Access/);
          await rejectsWith(backend.getSharing(ids.orderToCash), "Forbidden");
          assert.ok(platform.log.some(({ status }) => status === denied));
        },
        { modes: { denied }, privileges: new Set(users.releaseOnly) },
      ));
  });
}
