import assert from "node:assert/strict";
import { countChanges, mostCountedChanges } from "../../../../../src/model/pack/pack.ts";
import { bigPack } from "../../../../support/fixtures/bigPack.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

describe("the summary of a big pack", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("counts changes up to a limit, as the model does", async () => {
    const backend = await stores.openWith(bigPack());
    const [summary] = await backend.listPackSummaries();
    const pack = await backend.getPack("p-big");
    assert.equal(pack.components.filter(({ latestVersion }) => latestVersion !== "").length, 20);
    assert.equal(summary?.changeCount, mostCountedChanges);
    assert.equal(countChanges(pack), mostCountedChanges);
    assert.equal(summary.componentCount, 100);
  });
});
