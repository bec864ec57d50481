import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { pack, processComponent, version } from "../../support/fixtures/snapshotParts.ts";

const componentCount = 30;
const componentNumbers = Array.from({ length: componentCount }, (_, at) => at);
const versionNames = ["1", "2", "3"] as const;

/** The same version of every component of a pack, so that a partial release shows as a mix of versions. */
export function allAtVersion(packNumber: number, packageVersion: string): ComponentVersions {
  return Object.fromEntries(componentNumbers.map((at) => [componentId(packNumber, at), packageVersion]));
}

/** Packs `p-0`, `p-1` and so on with thirty components each, released in version 1 and installed in two accounts. */
export function wholePacks(count: number): Snapshot {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const accounts = ["a-0", "a-1"];
  return {
    formatVersion: 1,
    components: numbers.flatMap((number) => componentNumbers.map((at) => componentOf(number, at))),
    packs: numbers.map((number) =>
      pack(`p-${number}`, `Pack ${number}`, {
        components: componentNumbers.map((at) => ({ componentId: componentId(number, at) })),
        releases: [
          {
            releaseId: `r-${number}`,
            releasedAt: "2025-01-01T00:00:00Z",
            releasedBy: "x",
            versions: allAtVersion(number, "1"),
          },
        ],
      }),
    ),
    accountGroups: [
      {
        groupId: "g",
        name: "All",
        packIds: numbers.map((number) => `p-${number}`),
        accounts: accounts.map((accountId) => ({ accountId, name: accountId })),
      },
    ],
    installations: numbers.flatMap((number) =>
      accounts.map((accountId) => ({
        accountId,
        packId: `p-${number}`,
        releaseId: `r-${number}`,
        appliedScheduled: false,
      })),
    ),
  };
}

/**
 * Counts the releases of each pack. Asserts that each release is whole, and that current versions, installations and
 * history agree.
 */
export async function wholeReleases(backend: LocalBackend): Promise<Map<string, number>> {
  const { installations } = await backend.snapshots.export();
  const counts = new Map<string, number>();
  for (const { packId, components } of await backend.listPacks()) {
    const history = await backend.history(packId);
    for (const { versions } of history) {
      const released = new Set(Object.values(versions));
      assert.equal(released.size, 1, `a release of ${packId} has the versions ${[...released].join(", ")}`);
      assert.equal(Object.keys(versions).length, componentCount);
    }
    const current = Object.fromEntries(components.map((each) => [each.componentId, each.currentVersion]));
    assert.deepEqual(current, { ...history[0]?.versions });
    for (const installation of installations.filter((each) => each.packId === packId)) {
      assert.equal(installation.releaseId, history[0]?.releaseId);
    }
    counts.set(packId, history.length);
  }
  return counts;
}

/** Asserts that SQLite finds the file intact. */
export function assertIntegrity(file: string): void {
  const database = new DatabaseSync(file);
  try {
    assert.deepEqual(
      database
        .prepare("PRAGMA integrity_check")
        .all()
        .map((row) => row.integrity_check),
      ["ok"],
    );
    assert.deepEqual(database.prepare("PRAGMA foreign_key_check").all(), []);
  } finally {
    database.close();
  }
}

function componentId(packNumber: number, at: number): string {
  return `c-${packNumber}-${at}`;
}

function componentOf(packNumber: number, at: number) {
  const id = componentId(packNumber, at);
  return processComponent(
    id,
    `Process ${packNumber}-${at}`,
    ...versionNames.map((name) => version(`k-${id}-${name}`, name, `2024-01-0${name}T00:00:00Z`)),
  );
}
