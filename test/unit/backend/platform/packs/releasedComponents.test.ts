import assert from "node:assert/strict";
import { ids } from "../../../../support/fixtures/store.ts";
import { on } from "../../../../support/platform/standIn/faults.ts";
import { withPlatform, type OnPlatform } from "../../../../support/platform/withPlatform.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const everyMarked = { modes: { deletedMark: "all" } } as const;

/** Gives the only component of the pack a pending version, so that it certainly stays. */
function choosePending({ platform }: OnPlatform): void {
  for (const component of platform.state.packs.get(ids.upToDate)?.components ?? []) {
    component.pendingVersion = "1.1";
  }
}

describe("the components of a pack after a release, where Boomi marks all of them as deleted", function () {
  this.timeout(30_000);

  it("stay, as the release from here contained them", () =>
    withPlatform(async (parts) => {
      choosePending(parts);
      await parts.backend.release({ packId: ids.upToDate });
      const { components, doubt } = await parts.backend.getPack(ids.upToDate);
      assert.deepEqual(
        components.map(({ currentVersion, deleted }) => [currentVersion, deleted]),
        [["1.1", false]],
      );
      assert.equal(doubt, undefined);
    }, everyMarked));

  it("are in doubt when the release was found later, as the pack may have been changed since", () =>
    withPlatform(async (parts) => {
      const { platform, backend } = parts;
      choosePending(parts);
      platform.conditions.looksUntilDone = 1_000;
      platform.faults.plan(on("ReleaseIntegrationPack", "create"), { kind: "cutAfter" });
      await rejectsWith(backend.release({ packId: ids.upToDate }), "OutcomeUnknown");
      for (const request of platform.state.releaseRequests.values()) request.looksUntilDone = 0;
      await backend.schedules.watch.look();
      assert.equal((await backend.history(ids.upToDate)).length, 1);
      assert.equal((await backend.getPack(ids.upToDate)).doubt, "leaving");
    }, everyMarked));
});
