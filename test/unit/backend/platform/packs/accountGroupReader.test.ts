import assert from "node:assert/strict";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { on } from "../../../../support/platform/standIn/faults.ts";
import { isRow } from "../../../../support/platform/standIn/platformObject.ts";
import { withPlatform } from "../../../../support/platform/withPlatform.ts";

const listingShared = on("AccountGroupIntegrationPack", "query");

describe("the packs of account groups", function () {
  this.timeout(30_000);

  it("are asked for by the ids of the groups where Boomi refuses a query without a filter, which is tried once", () => {
    const content = store();
    const groups = Array.from({ length: 150 }, (_, at) => ({
      groupId: `g-${at}`,
      name: `Group ${at}`,
      packIds: [ids.upToDate],
      accounts: [],
    }));
    return withPlatform(
      async ({ backend, platform }) => {
        const read = async () =>
          (await backend.accountGroups.listAccountGroups()).flatMap(({ packs }) => packs);
        assert.equal((await read()).length, 152);
        const asked = () => platform.log.filter(listingShared);
        assert.deepEqual(
          asked().map(({ status }) => status),
          [400, 200, 200],
        );
        const filters = asked().map(
          ({ body }) => JSON.stringify(isRow(body) ? body : {}).split('"argument"').length - 1,
        );
        assert.deepEqual(filters, [0, 100, 51]);
        backend.refresh();
        await read();
        assert.deepEqual(
          asked().map(({ status }) => status),
          [400, 200, 200, 200, 200],
        );
      },
      { content: { ...content, accountGroups: [...content.accountGroups, ...groups] } },
    );
  });

  it("are asked for by one query where Boomi answers it", () =>
    withPlatform(
      async ({ backend, platform }) => {
        await backend.accountGroups.listAccountGroups();
        assert.deepEqual(
          platform.log.filter(listingShared).map(({ status, body }) => [status, body]),
          [[200, undefined]],
        );
      },
      { modes: { unfilteredGroupPacks: "answered" } },
    ));

  it("of another group are not removed, whatever rows come", () =>
    withPlatform(async ({ backend, platform }) => {
      const other = { id: "other-sharing", accountGroupId: "g-other", integrationPackId: ids.upToDate };
      const body = JSON.stringify({ result: [other], numberOfResults: 1 });
      platform.faults.plan(listingShared, {
        kind: "answer",
        status: 200,
        body,
        headers: { "content-type": "application/json" },
      });
      await assert.rejects(backend.accountGroups.removePack(ids.upToDate, "g-all"), { code: "NotFound" });
      assert.ok(!platform.log.some(({ action }) => action === "delete"));
    }));
});
