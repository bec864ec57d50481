import assert from "node:assert/strict";
import { canBeReleased, countChanges } from "../../src/model/pack/pack.ts";
import { pack, processComponent, version } from "../support/fixtures/snapshotParts.ts";
import { ids, now, store } from "../support/fixtures/store.ts";
import { rejectsWith } from "../support/rejectsWith.ts";
import { assertWindow, type ContractPart } from "./harness.ts";

export const packsContract: ContractPart = (withBackend) => {
  describe("packs", () => {
    it("lists all packs sorted by name, with and without components", () =>
      withBackend(async (backend) => {
        const names = [
          "Empty",
          "Legacy Billing",
          "Never Released",
          "Order to Cash",
          "Scheduled",
          "Up to Date",
        ];
        assert.deepEqual(
          (await backend.listPacks()).map(({ name }) => name),
          names,
        );
        assert.deepEqual(
          (await backend.listPackSummaries()).map(({ name }) => name),
          names,
        );
      }));

    it("sorts numbers in names by value", () => {
      const names = ["Orders 10", "Orders 2", "orders 1"];
      const packs = names.map((name, at) => pack(`p-${at}`, name));
      return withBackend(
        async (backend) => {
          const listed = (await backend.listPackSummaries()).map(({ name }) => name);
          assert.deepEqual(listed, ["orders 1", "Orders 2", "Orders 10"]);
        },
        { ...store(), packs, accountGroups: [], installations: [] },
      );
    });

    it("returns a pack with its components sorted by name, and '' where there is no version", () =>
      withBackend(async (backend) => {
        assert.deepEqual(await backend.getPack(ids.orderToCash), {
          packId: ids.orderToCash,
          name: "Order to Cash",
          description: "",
          installationType: "SINGLE",
          deploymentModel: "packaged",
          components: [
            {
              componentId: ids.cancelOrder,
              componentName: "Cancel Order",
              componentType: "process",
              currentVersion: "1.0",
              pendingVersion: "",
              latestVersion: "",
              deleted: true,
            },
            {
              componentId: ids.createOrder,
              componentName: "Create Order",
              componentType: "process",
              currentVersion: "1.1",
              pendingVersion: "",
              latestVersion: "hotfix-7",
              deleted: false,
            },
            {
              componentId: ids.orderApi,
              componentName: "Order API",
              componentType: "webservice",
              currentVersion: "",
              pendingVersion: "9",
              latestVersion: "10",
              deleted: false,
            },
          ],
        });
      }));

    it("lists the same packs as getPack returns", () =>
      withBackend(async (backend) => {
        const listed = await backend.listPacks();
        for (const one of listed) {
          assert.deepEqual(one, await backend.getPack(one.packId));
        }
        assert.equal(listed.length, 6);
      }));

    it("rule 4: summarizes whether a pack can be released, was released, and is scheduled", () =>
      withBackend(async (backend) => {
        const summaries = await backend.listPackSummaries();
        for (const summary of summaries) {
          const whole = await backend.getPack(summary.packId);
          assert.equal(summary.releasable, canBeReleased(whole), summary.name);
          assert.equal(summary.changeCount, countChanges(whole), summary.name);
          assert.equal(summary.componentCount, whole.components.length, summary.name);
          const hasCurrent = whole.components.some(({ currentVersion }) => currentVersion !== "");
          assert.equal(summary.released, hasCurrent, summary.name);
          assert.equal(summary.scheduled?.windowStart, whole.scheduled?.windowStart, summary.name);
        }
        const releasable = summaries.filter((summary) => summary.releasable);
        assert.deepEqual(
          releasable.map(({ packId, changeCount }) => [packId, changeCount]),
          [
            [ids.legacy, 1],
            [ids.neverReleased, 2],
            [ids.orderToCash, 3],
            [ids.scheduled, 1],
          ],
        );
      }));

    it("reports the newest shareable version as the latest, unless the current one is at least as new", () => {
      const created = (day: number) => `2026-01-0${day}T00:00:00Z`;
      const component = processComponent(
        "c",
        "C",
        version("k1", "9.9", created(1)),
        version("k2", "2", created(2), { componentVersion: 4 }),
        version("k3", "10", created(2), { componentVersion: 3 }),
        version("k4", "3", created(3), { shareable: false }),
        version("k5", "4", created(4), { deleted: true }),
      );
      const releases = (current: string) => [
        { releaseId: `r-${current}`, releasedAt: created(5), releasedBy: "x", versions: { c: current } },
      ];
      const packs = ["9.9", "10", "2", "3", "4"].map((current) =>
        pack(`p-${current}`, `Has ${current}`, {
          components: [{ componentId: "c" }],
          releases: releases(current),
        }),
      );
      return withBackend(
        async (backend) => {
          const latest = new Map<string, string | undefined>();
          for (const { packId, components } of await backend.listPacks()) {
            latest.set(packId, components[0]?.latestVersion);
          }
          const expected = { "p-9.9": "2", "p-10": "2", "p-2": "", "p-3": "", "p-4": "", "p-new": "2" };
          assert.deepEqual(Object.fromEntries(latest), expected);
        },
        {
          formatVersion: 1,
          components: [component],
          packs: [...packs, pack("p-new", "New", { components: [{ componentId: "c" }] })],
          accountGroups: [],
          installations: [],
        },
      );
    });

    it("returns the scheduled release with its window as instants", () =>
      withBackend(async (backend) => {
        const { scheduled } = await backend.getPack(ids.scheduled);
        assert.ok(scheduled);
        assert.equal(scheduled.date, "2096-12-01");
        assert.equal(scheduled.timeZone, "America/New_York");
        assertWindow(backend, scheduled, "2096-12-01T05:00:00Z", "2096-12-01T06:00:00Z");
        assert.equal(scheduled.state, "scheduled");
        assert.deepEqual(scheduled.versions, { [ids.createOrder]: "1.1" });
        assert.ok(Date.parse(scheduled.windowStart) > now.getTime());
      }));

    it("rule 7: shows which accounts have the pack installed, and for which an update is pending", () =>
      withBackend(async (backend) => {
        const { groups, installations } = await backend.getSharing(ids.scheduled);
        assert.deepEqual(groups, [{ groupId: "g-all", name: "All Accounts" }]);
        assert.deepEqual((await backend.getSharing(ids.empty)).groups, []);
        if (!installations) return;
        assert.deepEqual(
          installations.map(({ accountName, releaseId, pendingUpdate }) => [
            accountName,
            releaseId,
            pendingUpdate,
          ]),
          [
            ["Acme", "r-scheduled-1", false],
            ["Bolt", "r-scheduled-1", true],
          ],
        );
      }));

    it("rejects an unknown pack with NotFound, and says to refresh", () =>
      withBackend(async (backend) => {
        for (const ask of [
          () => backend.getPack("no-pack"),
          () => backend.getSharing("no-pack"),
          () => backend.history("no-pack"),
          () => backend.release({ packId: "no-pack" }),
        ]) {
          await rejectsWith(ask(), "NotFound", /no-pack/, /Refresh/);
        }
      }));
  });
};
