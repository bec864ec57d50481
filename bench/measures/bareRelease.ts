import { DatabaseSync } from "node:sqlite";

/** Writes the rows of releases in one transaction, and does nothing else. */
export class BareRelease {
  readonly #database: DatabaseSync;
  #count = 0;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  }

  /** Runs `work` in one transaction. */
  transaction(work: (database: DatabaseSync) => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    work(this.#database);
    this.#database.exec("COMMIT");
  }

  release(packId: string, packageVersion: string): void {
    const database = this.#database;
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
  }

  close(): void {
    this.#database.close();
  }
}
