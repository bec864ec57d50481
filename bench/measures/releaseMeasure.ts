import { DatabaseSync } from "node:sqlite";
import { BigStore, packIdOf } from "../bigStore.ts";
import { alternate, timed, type Measure } from "../measure.ts";

/** Writes the rows of a release of 100 components, and does nothing else. */
class BareRelease {
  readonly #database: DatabaseSync;
  #count = 0;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  }

  write(packId: string, packageVersion: string): void {
    const database = this.#database;
    database.exec("BEGIN IMMEDIATE");
    const pack = database.prepare("SELECT pack_key FROM pack WHERE pack_id = ?").get(packId);
    const packKey = Number(pack?.["pack_key"]);
    const release = database
      .prepare(
        `INSERT INTO release (release_id, pack_key, released_at, released_ms, released_by, trigger)
        VALUES (?, ?, '2026-05-01T00:00:00Z', ?, 'bench', 'immediate') RETURNING release_key`,
      )
      .get(`bare-${this.#count++}`, packKey, Date.now());
    const insert = database.prepare("INSERT INTO release_version VALUES (?, ?, ?)");
    const versions = database
      .prepare(
        `SELECT component_key, version_key FROM pack_component JOIN packaged_version USING (component_key)
        WHERE pack_key = ? AND package_version = ?`,
      )
      .all(packKey, packageVersion);
    for (const version of versions) {
      insert.run(
        Number(release?.["release_key"]),
        Number(version["component_key"]),
        Number(version["version_key"]),
      );
    }
    database.prepare("UPDATE pack_component SET pending_key = NULL WHERE pack_key = ?").run(packKey);
    database.exec("COMMIT");
  }

  close(): void {
    this.#database.close();
  }
}

export const releaseMeasure: Measure = {
  name: "Releasing a pack of 100 components",
  floor: "the same rows written by bare SQL in one transaction",
  unit: "ms",
  target: 2,
  run: async ({ runs }) => {
    const store = await BigStore.create(4);
    const bare = new BareRelease(store.file);
    const componentIds = (await store.backend.getPack(packIdOf(0))).components.map(
      ({ componentId }) => componentId,
    );
    let turn = 0;
    const nextVersion = () => (turn++ % 2 === 0 ? "1.1" : "1.2");
    try {
      return await alternate(
        runs,
        () => {
          const packageVersion = nextVersion();
          const versions = Object.fromEntries(componentIds.map((id) => [id, packageVersion]));
          return timed(() => store.backend.release({ packId: packIdOf(0), versions }));
        },
        () => timed(() => bare.write(packIdOf(1), "1.1")),
      );
    } finally {
      bare.close();
      store.dispose();
    }
  },
};
