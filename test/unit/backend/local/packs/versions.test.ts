import assert from "node:assert/strict";
import { store } from "../../../../support/fixtures/store.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

describe("versions in the local store", () => {
  const stores = new LocalStores();
  after(() => stores.dispose());

  it("return the XML of an included component as it was stored, and '' where there is none", async () => {
    const backend = await stores.openWith(store());
    assert.equal(await backend.getComponentXml("k-create-1.0", "c-map"), "<Component name='Map Order'/>");
    assert.equal(await backend.getComponentXml("k-create-1.0", "c-profile"), "");
  });
});
