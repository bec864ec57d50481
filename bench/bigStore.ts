import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLocalBackend, type LocalBackend } from "../src/backend/local/localBackend.ts";
import type { Snapshot, SnapshotComponent, SnapshotPack } from "../src/model/snapshot/snapshot.ts";
import { version } from "../test/support/fixtures/snapshotParts.ts";

const versionTexts = ["1.0", "1.1", "1.2"];

/**
 * A store file with many packs. Their components have three versions each. The first release of a pack has the first version of
 * each; further ones have the others in turn.
 */
export class BigStore {
  readonly file: string;
  readonly backend: LocalBackend;
  readonly #folder: string;

  static async create(packs: number, componentsOfPack = 100, releasesOfPack = 1): Promise<BigStore> {
    const folder = mkdtempSync(join(tmpdir(), "integration-packs-bench-"));
    const file = join(folder, "store.db");
    const backend = await openLocalBackend({ file, user: "bench@example.com", clock: () => new Date() });
    await backend.snapshots.import(bigSnapshot(packs, componentsOfPack, releasesOfPack));
    return new BigStore(folder, file, backend);
  }

  private constructor(folder: string, file: string, backend: LocalBackend) {
    this.#folder = folder;
    this.file = file;
    this.backend = backend;
  }

  dispose(): void {
    this.backend.dispose();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The content of a big store: packs of components with three versions each. */
export function bigSnapshot(packCount: number, componentsOfPack = 100, releasesOfPack = 1): Snapshot {
  const packNumbers = Array.from({ length: packCount }, (_, pack) => pack);
  return {
    formatVersion: 1,
    components: packNumbers.flatMap((pack) =>
      Array.from({ length: componentsOfPack }, (_, at) => component(pack, at)),
    ),
    packs: packNumbers.map((pack) => packOf(pack, componentsOfPack, releasesOfPack)),
    accountGroups: [],
    installations: [],
  };
}

function component(pack: number, at: number): SnapshotComponent {
  const componentId = componentIdOf(pack, at);
  return {
    componentId,
    name: `Process ${pack}-${at}`,
    type: "process",
    versions: versionTexts.map((packageVersion, index) =>
      version(`${componentId}-${packageVersion}`, packageVersion, `2026-0${index + 1}-01T00:00:00Z`, {
        componentVersion: index + 1,
      }),
    ),
  };
}

function packOf(pack: number, componentsOfPack: number, releasesOfPack: number): SnapshotPack {
  const ids = Array.from({ length: componentsOfPack }, (_, at) => componentIdOf(pack, at));
  return {
    packId: packIdOf(pack),
    name: `Pack ${pack}`,
    description: "",
    installationType: "SINGLE",
    deploymentModel: "packaged",
    components: ids.map((componentId) => ({ componentId })),
    releases: Array.from({ length: releasesOfPack }, (_, number) => ({
      releaseId: number === 0 ? `release-${pack}` : `release-${pack}-${number}`,
      releasedAt: new Date(Date.UTC(2026, 3, 1, number)).toISOString(),
      releasedBy: "dev@example.com",
      versions: Object.fromEntries(ids.map((componentId, at) => [componentId, versionText(number, at)])),
    })),
  };
}

/** The version of a component in a release of its pack. */
function versionText(release: number, component: number): string {
  return (release > 0 && versionTexts[(release + component) % versionTexts.length]) || "1.0";
}

export function packIdOf(pack: number): string {
  return `pack-${pack}`;
}

function componentIdOf(pack: number, at: number): string {
  return `component-${pack}-${at}`;
}
