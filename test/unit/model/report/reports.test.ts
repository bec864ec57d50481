import assert from "node:assert/strict";
import type { BackendReads } from "../../../../src/backend/backendReads.ts";
import { installationsReport } from "../../../../src/model/report/installationsReport.ts";
import { packContent, packRow, packsReport } from "../../../../src/model/report/packsReport.ts";
import { releasesReport } from "../../../../src/model/report/releasesReport.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { LocalStores } from "../../../support/store/localStores.ts";
import { withUnknownFields } from "../../../support/withUnknownFields.ts";

describe("the reports for programs", () => {
  const stores = new LocalStores();
  after(() => stores.dispose());

  it("publish no field that they do not name", async () => {
    const backend = await stores.openWith(store());
    const read = async (reads: BackendReads) => ({
      rows: packsReport((await reads.listPackSummaries()).map(packRow)),
      content: packsReport([packContent(await reads.getPack(ids.scheduled))]),
      releases: releasesReport(await reads.history(ids.orderToCash)),
    });
    const widened = await read(withUnknownFields(backend));
    assert.ok("unknownField" in (await withUnknownFields(backend).getPack(ids.scheduled)));
    assert.ok(!JSON.stringify(widened).includes("unknownField"));
    assert.equal(widened.releases.releases.length, 2);
  });

  it("list a pack with its numbers and its schedule", async () => {
    const backend = await stores.openWith(store());
    const { formatVersion, packs } = packsReport((await backend.listPackSummaries()).map(packRow));
    assert.equal(formatVersion, 1);
    const scheduled = packs.find(({ packId }) => packId === ids.scheduled);
    assert.equal(scheduled?.componentCount, 1);
    assert.equal(scheduled.scheduled?.date, "2096-12-01");
    assert.equal(scheduled.scheduled.timeZone, "America/New_York");
    assert.deepEqual(JSON.parse(JSON.stringify(packs)), packs);
  });

  it("name each account of each pack with the release that it runs", async () => {
    const backend = await stores.openWith(store());
    const packs = [
      { packId: ids.orderToCash, name: "Order to Cash" },
      { packId: ids.scheduled, name: "Scheduled" },
    ];
    const { installations } = installationsReport(packs, await backend.accountGroups.listAccountGroups());
    assert.deepEqual(
      installations.map(({ packId, accountName, state, releaseId }) => [
        packId,
        accountName,
        state,
        releaseId,
      ]),
      [
        [ids.orderToCash, "Acme", "behind", "r-order-1"],
        [ids.orderToCash, "Bolt", "current", "r-order-2"],
        [ids.scheduled, "Acme", "appliedEarly", "r-scheduled-1"],
        [ids.scheduled, "Bolt", "updatePending", "r-scheduled-1"],
      ],
    );
  });

  it("say of accounts whose installations are not known only that the pack is shared with them", () => {
    const { installations } = installationsReport(
      [{ packId: "p", name: "Pack" }],
      [
        {
          groupId: "g",
          name: "Group",
          packs: [{ packId: "p", name: "Pack" }],
          accounts: [{ accountId: "a", name: "Acme" }],
        },
        { groupId: "h", name: "Other", packs: [], accounts: [{ accountId: "b", name: "Bolt" }] },
      ],
    );
    assert.deepEqual(installations, [
      { packId: "p", name: "Pack", accountId: "a", accountName: "Acme", state: "unknown" },
    ]);
  });
});
