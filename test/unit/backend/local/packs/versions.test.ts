import assert from "node:assert/strict";
import { join } from "node:path";
import { ids, now, store } from "../../../../support/fixtures/store.ts";
import { twinPacks } from "../../../../support/fixtures/twinPacks.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

describe("versions in the local store", () => {
  const stores = new LocalStores();
  after(() => stores.dispose());

  it("return the XML of an included component as it was stored, and '' where there is none", async () => {
    const backend = await stores.openWith(store());
    assert.equal(await backend.getComponentXml("k-create-1.0", "c-map"), "<Component name='Map Order'/>");
    assert.equal(await backend.getComponentXml("k-create-1.0", "c-profile"), "");
  });

  it("are pending as those of their own component, where another one has the same text", async () => {
    const backend = await stores.openWith(twinPacks(), { file: join(stores.folder, "twins.db") });
    await backend.editing.setPendingVersion("p", "a", "3");
    assert.deepEqual(await backend.listCarryingPacks("a-3"), [
      { packId: "p", name: "Pack p", released: false, pending: true },
    ]);
    assert.deepEqual(await backend.listCarryingPacks("new-3"), []);
  });

  it("stay in order when the clock is set back", async () => {
    let clock = now;
    const backend = await stores.openWith(store(), {
      clock: () => clock,
      file: join(stores.folder, "clock.db"),
    });
    for (const [packageVersion, time] of [
      ["3", "2026-06-10T12:00:00Z"],
      ["2", "1999-01-01T00:00:00Z"],
    ] as const) {
      clock = new Date(time);
      const component = { componentId: ids.createOrder };
      await backend.packaging.createVersion({
        component,
        packageVersion,
        notes: "",
        shareable: true,
        xml: "",
      });
      const { components } = await backend.getPack(ids.upToDate);
      assert.equal(
        components.find(({ componentId }) => componentId === ids.createOrder)?.latestVersion,
        packageVersion,
      );
    }
  });
});
