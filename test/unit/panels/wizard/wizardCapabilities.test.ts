import assert from "node:assert/strict";
import type { Backend } from "../../../../src/backend/backend.ts";
import { wizardCapabilities } from "../../../../src/panels/wizard/wizardCapabilities.ts";
import { store } from "../../../support/fixtures/store.ts";
import { PlatformBackends } from "../../../support/platform/platformBackends.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

describe("what the wizard offers for scheduled releases", () => {
  let stores: LocalStores;
  let backends: PlatformBackends;
  before(async () => {
    stores = new LocalStores();
    backends = await PlatformBackends.start(store());
  });
  after(async () => {
    stores.dispose();
    await backends.dispose();
  });

  const offer = (backend: Backend) => {
    const { canSchedule, hasUncertainZone = false, pendingUpdates } = wizardCapabilities(backend, {});
    return { canSchedule, hasUncertainZone, pendingUpdates };
  };

  it("depends on who runs them", async () => {
    const byStore = await stores.openWith(store());
    const byPlatform = await backends.open({ scheduleWith: "platform" });
    const byWorkspace = await backends.open({ scheduleWith: "workspace" });
    const expected = { canSchedule: true, hasUncertainZone: false, pendingUpdates: "here" };
    assert.deepEqual(offer(byStore), expected);
    assert.deepEqual(offer(byPlatform), {
      canSchedule: true,
      hasUncertainZone: true,
      pendingUpdates: "byAccounts",
    });
    assert.deepEqual(offer(byWorkspace), { ...expected, pendingUpdates: "none" });
  });
});
