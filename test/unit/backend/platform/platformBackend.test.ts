import assert from "node:assert/strict";
import { ids, now } from "../../../support/fixtures/store.ts";
import { withPlatform } from "../../../support/platform/withPlatform.ts";

describe("the backend of the platform", function () {
  this.timeout(30_000);

  it("works on its own account, or on the one that overrides it", () =>
    withPlatform(async ({ platform, backend, open }) => {
      const { connection } = platform;
      assert.equal(backend.account, connection.accountId);
      const other = await open({ connection: { ...connection, overrideAccount: "managed" } });
      assert.equal(other.account, "managed");
    }));

  it("shows when a pack was released for as long as the pack has those versions", () =>
    withPlatform(async ({ platform, backend }) => {
      const releasedAt = async () =>
        (await backend.listPackSummaries()).find(({ packId }) => packId === ids.upToDate)?.lastReleasedAt;
      assert.equal(await releasedAt(), undefined);
      const release = await backend.release({
        packId: ids.upToDate,
        versions: { [ids.createOrder]: "1.0" },
      });
      assert.equal(await releasedAt(), release.releasedAt);
      for (const component of platform.state.packs.get(ids.upToDate)?.components ?? []) {
        component.currentVersion = "1.1";
      }
      backend.refresh();
      assert.equal(await releasedAt(), undefined);
    }));

  it("lists the releases from the start of a period up to its end, which it does not contain", () =>
    withPlatform(async ({ backend }) => {
      await backend.release({ packId: ids.upToDate, versions: { [ids.createOrder]: "1.0" } });
      const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];
      const namesIn = async (start: Date, end: Date) =>
        (await backend.listReleases({ start, end })).map(({ packName }) => packName);
      assert.deepEqual(await namesIn(now, after), ["Up to Date"]);
      assert.deepEqual(await namesIn(before, now), []);
      assert.deepEqual(await namesIn(after, new Date(now.getTime() + 2)), []);
    }));

  it("announces what another window of the workspace records", () =>
    withPlatform(async ({ backend, open }) => {
      const other = await open();
      const announced = new Promise<void>((resolve) => void backend.onDidChange(resolve));
      await other.release({ packId: ids.upToDate, versions: { [ids.createOrder]: "1.0" } });
      await announced;
    }));
});
