import assert from "node:assert/strict";
import type { LocalBackend } from "../../../../src/backend/local/localBackend.ts";
import { twinPacks } from "../../../support/fixtures/twinPacks.ts";
import { snapshotChanges } from "../../../support/snapshot/snapshotChanges.ts";
import { LocalStores } from "../../../support/store/localStores.ts";
import { queueOf } from "../../../support/store/queueOf.ts";

/** An id that the store chose. */
const newId = /[\da-f]{8}-[\da-f-]{27}/;

const endOfSchedule = [
  "- packs/p/scheduled/date 2026-06-20",
  "- packs/p/scheduled/timeZone UTC",
  "- packs/p/scheduled/versions/a 2",
  "- packs/p/scheduled/versions/b 2",
  "- packs/p/scheduled/versions/new 1",
  ...Object.entries({ a: "1", b: "1", gone: "1", left: "1", new: "" }).flatMap(([id, current]) => [
    `- packs/p/scheduled/confirmed/${id}/currentVersion ${current}`,
    `- packs/p/scheduled/confirmed/${id}/deleted ${id === "gone" || id === "left"}`,
  ]),
  "- packs/p/scheduled/scheduledBy tester@example.com",
  "- packs/p/scheduled/scheduledAt 2026-06-10T12:00:00.000Z",
];

function scheduleEvent(event: string, at = "2026-06-10T12:00:00.000Z"): string[] {
  return [
    `+ packs/p/scheduleEvents/0/at ${at}`,
    "+ packs/p/scheduleEvents/0/by tester@example.com",
    `+ packs/p/scheduleEvents/0/event ${event}`,
    "+ packs/p/scheduleEvents/0/date 2026-06-20",
    "+ packs/p/scheduleEvents/0/timeZone UTC",
  ];
}

function installation(sign: string, key: string, releaseId: string, appliedScheduled: boolean): string[] {
  const path = `${sign}installations/${key}`;
  return [`${path}/releaseId ${releaseId}`, `${path}/appliedScheduled ${appliedScheduled}`];
}

describe("a change of the local store changes only what it names:", () => {
  let stores: LocalStores;
  let clock: Date;

  beforeEach(() => {
    stores = new LocalStores();
    clock = new Date("2026-06-10T12:00:00Z");
  });
  afterEach(() => stores.dispose());

  /** An edit, and what it changes in the exported snapshot. */
  interface Edit {
    readonly what: string;
    readonly edit: (backend: LocalBackend) => unknown;
    readonly changes: readonly string[];
  }

  const edits: readonly Edit[] = [
    {
      what: "the removal of a component that was never released",
      edit: ({ editing }) => editing.removeComponent("p", "new"),
      changes: ["- packs/p/components/new/pendingVersion 1", "- packs/p/scheduled/versions/new 1"],
    },
    {
      what: "the removal of a released component",
      edit: ({ editing }) => editing.removeComponent("p", "a"),
      changes: ["+ packs/p/components/a/deleted true"],
    },
    {
      what: "the return of a component that was marked Deleted",
      edit: ({ editing }) => editing.undeleteComponent("p", "left"),
      changes: ["- packs/p/components/left/deleted true"],
    },
    {
      what: "another component",
      edit: ({ editing }) => editing.addComponents("p", ["other"]),
      changes: ["+ packs/p/components/other/pendingVersion 3"],
    },
    {
      what: "another pending version",
      edit: ({ editing }) => editing.setPendingVersion("p", "a", "3"),
      changes: ["- packs/p/components/a/pendingVersion 2", "+ packs/p/components/a/pendingVersion 3"],
    },
    {
      what: "no pending version",
      edit: ({ editing }) => editing.setPendingVersion("p", "a", ""),
      changes: ["- packs/p/components/a/pendingVersion 2"],
    },
    {
      what: "another name",
      edit: ({ editing }) => editing.editPack("p", { name: "Renamed" }),
      changes: ["- packs/p/name Pack p", "+ packs/p/name Renamed"],
    },
    {
      what: "the deletion of a version, which is pending where its component is marked Deleted",
      edit: ({ packaging }) => packaging.deleteVersion("gone-3"),
      changes: [
        "- components/gone/versions/gone-3/deleted false",
        "- packs/p/components/gone/pendingVersion 3",
        "- packs/q/components/gone/pendingVersion 3",
        "+ components/gone/versions/gone-3/deleted true",
      ],
    },
    {
      what: "the end of sharing",
      edit: ({ accountGroups }) => accountGroups.removePack("p", "g"),
      changes: ["- accountGroups/g/packIds/p"],
    },
    {
      what: "the deletion of a group, with the accounts that are in no other one",
      edit: ({ managedAccounts }) => managedAccounts.deleteGroup("g"),
      changes: [
        "- accountGroups/g/name G",
        "- accountGroups/g/packIds/p",
        "- accountGroups/g/packIds/q",
        "- accountGroups/g/accounts/x/name Account x",
        "- accountGroups/g/accounts/y/name Account y",
        ...installation("- ", "x p", "p-1", false),
        ...installation("- ", "x q", "q-1", false),
      ],
    },
    {
      what: "the deletion of an account",
      edit: ({ managedAccounts }) => managedAccounts.deleteAccount("y"),
      changes: [
        "- accountGroups/g/accounts/y/name Account y",
        "- accountGroups/h/accounts/y/name Account y",
        ...installation("- ", "y p", "p-1", true),
        ...installation("- ", "y q", "q-1", true),
      ],
    },
    {
      what: "an installation",
      edit: ({ managedAccounts }) => managedAccounts.install("p", "z"),
      changes: [...installation("+ ", "z p", "p-1", false), "+ installations/z p/stateBefore notInstalled"],
    },
    {
      what: "the end of an installation",
      edit: ({ managedAccounts }) => managedAccounts.uninstall("p", "x"),
      changes: installation("- ", "x p", "p-1", false),
    },
    {
      what: "an update that is applied early",
      edit: ({ schedules }) => schedules.applyPendingUpdate?.("p", "x"),
      changes: ["- installations/x p/appliedScheduled false", "+ installations/x p/appliedScheduled true"],
    },
    {
      what: "the cancellation of a scheduled release",
      edit: ({ schedules }) => schedules.cancel("p"),
      changes: [
        ...endOfSchedule,
        "- installations/y p/appliedScheduled true",
        ...scheduleEvent("cancelled"),
        "+ installations/y p/appliedScheduled false",
      ],
    },
    {
      what: "other versions of a scheduled release",
      edit: ({ schedules }) =>
        schedules.schedule({
          packId: "p",
          date: "2026-06-20",
          timeZone: "UTC",
          versions: { a: "3", b: "2", new: "1" },
          replaceScheduled: true,
        }),
      changes: [
        "- packs/p/scheduled/versions/a 2",
        "- installations/y p/appliedScheduled true",
        "+ packs/p/scheduled/versions/a 3",
        ...scheduleEvent("changed"),
        "+ installations/y p/appliedScheduled false",
      ],
    },
    {
      what: "a release",
      edit: (backend) => backend.release({ packId: "p", replaceScheduled: true }),
      changes: [
        "- packs/p/components/a/pendingVersion 2",
        "- packs/p/components/b/pendingVersion 3",
        "- packs/p/components/gone/pendingVersion 3",
        "- packs/p/components/gone/deleted true",
        "- packs/p/components/left/pendingVersion 2",
        "- packs/p/components/left/deleted true",
        "- packs/p/components/new/pendingVersion 1",
        ...endOfSchedule,
        "- installations/x p/releaseId p-1",
        ...installation("- ", "y p", "p-1", true),
        "+ packs/p/releases/1/releaseId new",
        "+ packs/p/releases/1/releasedAt 2026-06-10T12:00:00.000Z",
        "+ packs/p/releases/1/releasedBy tester@example.com",
        "+ packs/p/releases/1/versions/a 2",
        "+ packs/p/releases/1/versions/b 3",
        "+ packs/p/releases/1/versions/new 1",
        ...scheduleEvent("replaced"),
        "+ installations/x p/releaseId new",
        "+ installations/x p/stateBefore updatePending",
        ...installation("+ ", "y p", "new", false),
        "+ installations/y p/stateBefore appliedEarly",
      ],
    },
    {
      what: "a scheduled release that fails",
      edit: async (backend) => {
        const queued = await queueOf(backend).find("p");
        assert.ok(queued);
        await queueOf(backend).fail(queued, { problem: "Why.", problemCode: "Conflict" });
      },
      changes: [
        "+ packs/p/scheduled/state failed",
        "+ packs/p/scheduled/problem Why.",
        "+ packs/p/scheduled/problemCode Conflict",
        ...scheduleEvent("failed"),
        "+ packs/p/scheduleEvents/0/problem Why.",
      ],
    },
    {
      what: "a scheduled release that is missed",
      edit: async (backend) => {
        const queued = await queueOf(backend).find("p");
        assert.ok(queued);
        clock = new Date("2026-06-20T01:00:00Z");
        await queueOf(backend).miss(queued);
      },
      changes: ["+ packs/p/scheduled/state missed", ...scheduleEvent("missed", "2026-06-20T01:00:00.000Z")],
    },
  ];

  for (const { what, edit, changes } of edits) {
    it(what, async () => {
      const backend = await stores.openWith(twinPacks(), { clock: () => clock });
      const before = await backend.snapshots.export();
      await edit(backend);
      const found = snapshotChanges(before, await backend.snapshots.export());
      assert.deepEqual(
        found.map((line) => line.replace(newId, "new")),
        changes,
      );
    });
  }

  it("the deletion of a pack", async () => {
    const backend = await stores.openWith(twinPacks(), { clock: () => clock });
    const before = await backend.snapshots.export();
    await backend.editing.deletePack("p");
    const after = await backend.snapshots.export();
    const changes = snapshotChanges(before, after);
    assert.deepEqual(
      changes.filter((line) => !/^- (packs|accountGroups|installations)\/.*\bp\b/.test(line)),
      [],
    );
    assert.equal(after.packs.length, 1);
    assert.deepEqual(
      after.installations.map(({ packId }) => packId),
      ["q", "q"],
    );
  });
});
