import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { pack, processComponent, version } from "../fixtures/snapshotParts.ts";

/** Packs `Pack 1`, `Pack 2` …, each released with the same components, of which a newer version waits. */
export function manyPacks(count: number, componentsEach = 2): Snapshot {
  const components = Array.from({ length: componentsEach }, (_, at) =>
    processComponent(
      `component-${at + 1}`,
      `Component ${at + 1}`,
      version(`package-${at + 1}-1`, "1.0", "2026-01-01T00:00:00Z"),
      version(`package-${at + 1}-2`, "2.0", "2026-02-01T00:00:00Z", { componentVersion: 2 }),
    ),
  );
  const versions = Object.fromEntries(components.map(({ componentId }) => [componentId, "1.0"]));
  const packs = Array.from({ length: count }, (_, at) =>
    pack(`pack-${at + 1}`, `Pack ${at + 1}`, {
      components: components.map(({ componentId }) => ({ componentId })),
      releases: [
        {
          releaseId: `r-${at + 1}`,
          releasedAt: "2026-01-02T00:00:00Z",
          releasedBy: "lead@example.com",
          versions,
        },
      ],
    }),
  );
  return { formatVersion: 1, components, packs, accountGroups: [], installations: [] };
}
