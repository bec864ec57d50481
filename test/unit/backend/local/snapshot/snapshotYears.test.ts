import assert from "node:assert/strict";
import { formatSnapshot } from "../../../../../src/model/snapshot/formatSnapshot.ts";
import { parseSnapshot } from "../../../../../src/model/snapshot/parseSnapshot.ts";
import { utcText } from "../../../../../src/model/text/utcText.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

/** The fixtures, with the latest release and version at an instant. */
function storeAt(instant: string) {
  const content = store();
  return {
    ...content,
    packs: content.packs.map((pack) =>
      pack.packId === ids.orderToCash
        ? { ...pack, releases: pack.releases?.map((release) => ({ ...release, releasedAt: instant })) ?? [] }
        : pack,
    ),
    components: content.components.map((component) => ({
      ...component,
      versions: component.versions.map((version) => ({ ...version, createdDate: instant })),
    })),
  };
}

describe("a store whose dates are at the end of the calendar", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  for (const instant of [
    "9999-12-31T23:59:59.999Z",
    "9999-12-31T23:59:59-12:00",
    "0000-01-01T00:00:00+14:00",
    "+012026-05-04T09:00:00Z",
    "-000001-05-04T09:00:00Z",
    "+275760-09-11T00:00:00Z",
  ]) {
    it(`can be exported and imported again after a release and a new version: ${instant}`, async () => {
      const backend = await stores.openWith(storeAt(instant));
      const { releasedAt } = await backend.release({ packId: ids.orderToCash });
      const componentId = ids.createOrder;
      const created = {
        component: { componentId },
        packageVersion: "99",
        notes: "",
        shareable: true,
        xml: "",
      };
      await backend.packaging.createVersion(created);
      await backend.schedules.schedule({
        packId: ids.neverReleased,
        date: "9999-12-31",
        timeZone: "America/New_York",
      });
      assert.ok(Date.parse(releasedAt) > Date.parse(instant));
      const exported = await backend.snapshots.export();
      const snapshot = parseSnapshot(formatSnapshot(exported));
      const other = await stores.openWith(snapshot, { file: `${stores.file}-other` });
      assert.deepEqual(await other.snapshots.export(), exported);
      assert.equal((await other.history(ids.orderToCash))[0]?.releasedAt, releasedAt);
    });
  }

  it("is not imported if nothing could follow, or if a day does not exist", async () => {
    const backend = await stores.open();
    for (const instant of [
      "+275760-09-13T00:00:00Z",
      "-271821-04-19T23:00:00-02:00",
      "+012025-02-29T00:00Z",
    ]) {
      await rejectsWith(
        (async () => backend.snapshots.import(parseSnapshot(storeAt(instant))))(),
        "InvalidRequest",
        /not a date and time that exists/,
      );
    }
  });

  it("shows such dates whole in documents", () => {
    assert.equal(utcText("9999-12-31T23:59:59-12:00"), "+010000-01-01 11:59 UTC");
    assert.equal(utcText("2026-05-04T09:00:00Z"), "2026-05-04 09:00 UTC");
  });
});
