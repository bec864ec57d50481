import type { Snapshot } from "../../src/model/snapshot/snapshot.ts";
import { pack, process, version } from "./fixtures.ts";

/** Packs `p-0` to `p-…`, each released with version 1 of its component `c-…`, which has all of `1` to `versions`. */
export function schedulablePacks(count: number, versions = 3): Snapshot {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const released = "2025-01-01T00:00:00Z";
  return {
    formatVersion: 1,
    components: numbers.map((at) =>
      process(
        `c-${at}`,
        `Process ${at}`,
        ...Array.from({ length: versions }, (_, index) =>
          version(
            `k-${at}-${index + 1}`,
            String(index + 1),
            new Date(Date.UTC(2024, 0, 1 + index)).toISOString(),
          ),
        ),
      ),
    ),
    packs: numbers.map((at) =>
      pack(`p-${at}`, `Pack ${at}`, {
        components: [{ componentId: `c-${at}` }],
        releases: [
          { releaseId: `r-${at}`, releasedAt: released, releasedBy: "x", versions: { [`c-${at}`]: "1" } },
        ],
      }),
    ),
    accountGroups: [],
    installations: [],
  };
}
