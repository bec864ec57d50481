import assert from "node:assert/strict";
import type { Release } from "../../src/model/release/release.ts";
import { packFingerprint } from "../../src/model/release/packFingerprint.ts";
import { ids } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { knownReleases, type ContractPart } from "./harness.ts";

const firstRelease: Release = {
  releaseId: "r-order-1",
  releasedAt: "2026-02-01T08:00:00Z",
  releasedBy: "lead@example.com",
  trigger: "immediate",
  versions: { [ids.cancelOrder]: "1.0", [ids.createOrder]: "1.0" },
};

export const releasesContract: ContractPart = (withBackend) => {
  describe("releases", () => {
    it("rule 5: releases the preselection when the request names no versions", () =>
      withBackend(async (backend, { user }) => {
        const release = await backend.release({ packId: ids.orderToCash });
        assert.equal(release.packId, ids.orderToCash);
        assert.equal(release.trigger, "immediate");
        assert.equal(release.releasedBy, user);
        assert.ok(!Number.isNaN(Date.parse(release.releasedAt)));
        assert.deepEqual(release.versions, { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" });
      }));

    it("rules 6 and 8: makes the chosen versions current, clears pending versions, and drops Deleted components", () =>
      withBackend(async (backend) => {
        await backend.release({ packId: ids.orderToCash, versions: { [ids.createOrder]: "1.0" } });
        const { components } = await backend.getPack(ids.orderToCash);
        assert.deepEqual(
          components.map((component) => [
            component.componentId,
            component.currentVersion,
            component.pendingVersion,
            component.latestVersion,
          ]),
          [
            [ids.createOrder, "1.0", "", "hotfix-7"],
            [ids.orderApi, "9", "", "10"],
          ],
        );
      }));

    it("rule 6: moves every installation to the new release at once", () =>
      withBackend(async (backend) => {
        const { releaseId } = await backend.release({ packId: ids.orderToCash });
        const { installations } = await backend.getSharing(ids.orderToCash);
        if (!installations) return;
        assert.deepEqual(
          installations.map((installation) => [installation.releaseId, installation.pendingUpdate]),
          [
            [releaseId, false],
            [releaseId, false],
          ],
        );
      }));

    it("rule 10: releases a legacy pack in the same way", () =>
      withBackend(async (backend) => {
        const { versions } = await backend.release({ packId: ids.legacy });
        assert.deepEqual(versions, { [ids.invoice]: "b" });
        assert.equal((await backend.getPack(ids.legacy)).components[0]?.currentVersion, "b");
      }));

    it("adds the release to the history, newest first, and leaves older releases as they were", () =>
      withBackend(async (backend) => {
        const before = await backend.history(ids.orderToCash);
        assert.deepEqual(
          before.map(({ releaseId }) => releaseId),
          knownReleases(backend, "r-order-2", "r-order-1"),
        );
        const first = before.find(({ releaseId }) => releaseId === "r-order-1");
        if (first) assert.deepEqual(first, firstRelease);
        const { packId, ...release } = await backend.release({ packId: ids.orderToCash });
        assert.deepEqual(await backend.history(packId), [release, ...before]);
        assert.deepEqual(await backend.history(ids.empty), []);
      }));

    it("lists the releases of all packs in a period, oldest first, with the names of their packs", () =>
      withBackend(async (backend) => {
        const one = await backend.release({ packId: ids.neverReleased });
        const other = await backend.release({ packId: ids.orderToCash });
        const start = new Date(one.releasedAt);
        const end = new Date(Date.parse(other.releasedAt) + 1);
        const listed = await backend.listReleases({ start, end });
        // The clock of the fixtures stands still.
        const byName = listed.toSorted((a, b) => a.packName.localeCompare(b.packName));
        assert.deepEqual(
          byName.map(({ packName, releaseId, trigger }) => [packName, releaseId, trigger]),
          [
            ["Never Released", one.releaseId, "immediate"],
            ["Order to Cash", other.releaseId, "immediate"],
          ],
        );
        assert.deepEqual(await backend.listReleases({ start: end, end }), []);
        const early = await backend.listReleases({
          start: new Date("2026-02-01"),
          end: new Date("2026-02-02"),
        });
        assert.deepEqual(
          early.map(({ releaseId }) => releaseId),
          knownReleases(backend, "r-order-1"),
        );
      }));

    it("makes the second of two releases in a row the latest one", () =>
      withBackend(async (backend) => {
        await backend.release({ packId: ids.neverReleased });
        await backend.release({ packId: ids.neverReleased, versions: { [ids.createOrder]: "1.1" } });
        const versions = (await backend.history(ids.neverReleased)).map(
          (release) => release.versions[ids.createOrder],
        );
        assert.deepEqual(versions, ["1.1", "hotfix-7"]);
        const { components } = await backend.getPack(ids.neverReleased);
        assert.deepEqual(
          components.map(({ currentVersion }) => currentVersion),
          ["1.0", "1.1"],
        );
      }));

    it("rejects a pack without components with InvalidRequest, and says to add one", () =>
      withBackend(async (backend) => {
        await rejectsWith(backend.release({ packId: ids.empty }), "InvalidRequest", /"Empty"/, /Add a/);
      }));

    it("rejects a version that cannot be chosen with InvalidRequest, and says what to choose", () =>
      withBackend(async (backend) => {
        const choose = (version: string) =>
          backend.release({ packId: ids.neverReleased, versions: { [ids.createOrder]: version } });
        await rejectsWith(choose("2.0-private"), "InvalidRequest", /not shareable/, /Choose a shareable/);
        await rejectsWith(choose("2.0-deleted"), "InvalidRequest", /is deleted/, /Choose another/);
        await rejectsWith(choose(""), "InvalidRequest", /No version of "Create Order"/, /Choose/);
        const leaving = backend.release({ packId: ids.orderToCash, versions: { [ids.cancelOrder]: "1.0" } });
        await rejectsWith(leaving, "InvalidRequest", /"Cancel Order" is marked Deleted/, /Undelete/);
      }));

    it("rule 12: without preselection, requires a version of each component that stays, and of no other", () =>
      withBackend(async (backend) => {
        const before = [await backend.listPacks(), await backend.history(ids.orderToCash)];
        const release = (versions?: Record<string, string>) =>
          backend.release({ packId: ids.orderToCash, preselect: false, ...(versions && { versions }) });
        await rejectsWith(release(), "InvalidRequest", /No version of "Create Order"/, /Choose/);
        await rejectsWith(
          release({ [ids.createOrder]: "hotfix-7" }),
          "InvalidRequest",
          /No version of "Order API"/,
        );
        assert.deepEqual([await backend.listPacks(), await backend.history(ids.orderToCash)], before);
        const all = { [ids.createOrder]: "hotfix-7", [ids.orderApi]: "9" };
        assert.deepEqual((await release(all)).versions, all);
      }));

    const withoutApi = {
      packId: ids.orderToCash,
      versions: { [ids.createOrder]: "1.0" },
      leftOut: [ids.orderApi],
    };

    it("leaves components out that were never released, and they stay in the pack as they are", () =>
      withBackend(async (backend, { requiresAllComponents }) => {
        const before = [await backend.getPack(ids.orderToCash), await backend.history(ids.orderToCash)];
        if (requiresAllComponents) {
          await rejectsWith(backend.release(withoutApi), "InvalidRequest");
          assert.deepEqual(
            [await backend.getPack(ids.orderToCash), await backend.history(ids.orderToCash)],
            before,
          );
          return;
        }
        const { versions } = await backend.release(withoutApi);
        assert.deepEqual(versions, withoutApi.versions);
        const { components } = await backend.getPack(ids.orderToCash);
        assert.deepEqual(
          components.map(({ componentId, currentVersion }) => [componentId, currentVersion]),
          [
            [ids.createOrder, "1.0"],
            [ids.orderApi, ""],
          ],
        );
      }));

    it("leaves them out without preselection, too", () =>
      withBackend(async (backend, { requiresAllComponents }) => {
        const release = backend.release({ ...withoutApi, preselect: false });
        if (requiresAllComponents) return rejectsWith(release, "InvalidRequest");
        assert.deepEqual((await release).versions, withoutApi.versions);
      }));

    it("leaves out no component that was released, leaves, has a chosen version or is not in the pack", () =>
      withBackend(async (backend) => {
        const leaveOut = (...leftOut: string[]) =>
          backend.release({ packId: ids.orderToCash, versions: { [ids.orderApi]: "9" }, leftOut });
        await rejectsWith(leaveOut(ids.createOrder), "InvalidRequest", /never released/, /"Create Order"/);
        await rejectsWith(leaveOut(ids.orderApi), "InvalidRequest", /no chosen version/, /"Order API"/);
        await rejectsWith(leaveOut(ids.cancelOrder), "InvalidRequest", /"Cancel Order" is marked Deleted/);
        await rejectsWith(leaveOut(ids.invoice), "NotFound", /no component/);
      }));

    it("rejects a release with NothingToRelease when only what it leaves out would change", () =>
      withBackend(async (backend) => {
        const release = backend.release({
          packId: ids.neverReleased,
          leftOut: [ids.cancelOrder, ids.createOrder],
        });
        await rejectsWith(release, "NothingToRelease");
      }));

    it("rejects an unknown component or version with NotFound", () =>
      withBackend(async (backend) => {
        const choose = (versions: Record<string, string>) =>
          backend.release({ packId: ids.neverReleased, versions });
        await rejectsWith(
          choose({ [ids.createOrder]: "1" }),
          "NotFound",
          /no packaged version "1"/,
          /Choose/,
        );
        await rejectsWith(choose({ [ids.invoice]: "a" }), "NotFound", /no component/, /Leave it out/);
      }));

    it("rejects a release that would change nothing with NothingToRelease", () =>
      withBackend(async (backend) => {
        await rejectsWith(
          backend.release({ packId: ids.upToDate }),
          "NothingToRelease",
          /would change nothing/,
          /Choose another version/,
        );
      }));

    it("rejects a pack that changed since it was read with Conflict, and says to reload", () =>
      withBackend(async (backend) => {
        const expected = packFingerprint(await backend.getPack(ids.orderToCash));
        await backend.release({ packId: ids.orderToCash, expected });
        const again = backend.release({
          packId: ids.orderToCash,
          versions: { [ids.createOrder]: "1.0" },
          expected,
        });
        await rejectsWith(again, "Conflict", /Nothing was released/, /Reload/);
      }));

    it("changes nothing when a release is rejected", () =>
      withBackend(async (backend) => {
        const before = [await backend.listPacks(), await backend.history(ids.neverReleased)];
        const versions = { [ids.cancelOrder]: "1.0", [ids.createOrder]: "2.0-private" };
        await rejectsWith(backend.release({ packId: ids.neverReleased, versions }), "InvalidRequest");
        assert.deepEqual([await backend.listPacks(), await backend.history(ids.neverReleased)], before);
      }));

    it("rule 12: makes only one of several releases that expect the same state of the pack", () =>
      withBackend(async (backend) => {
        const expected = packFingerprint(await backend.getPack(ids.neverReleased));
        const outcomes = await Promise.allSettled(
          [1, 2, 3].map(() => backend.release({ packId: ids.neverReleased, expected })),
        );
        assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
        assert.equal((await backend.history(ids.neverReleased)).length, 1);
      }));
  });
};
