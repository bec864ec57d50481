import assert from "node:assert/strict";
import type { BackendReads } from "../../../../src/backend/backendReads.ts";
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
});
