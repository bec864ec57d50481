import { DatabaseSync } from "node:sqlite";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { pack } from "../../support/fixtures/snapshotParts.ts";
import { wholePacks } from "./wholePacks.ts";

/** The outcome of a piece of work: a unique text for what was done, or the code and message of the refusal. */
export interface BusyEvent {
  readonly work: string;
  readonly done?: string;
  readonly code?: string;
  readonly problem?: string;
}

export const packCount = 4;

/** The packs to work on, and a pack whose description identifies the import that they come from. */
export function markedPacks(mark: string): Snapshot {
  const snapshot = wholePacks(packCount);
  return { ...snapshot, packs: [...snapshot.packs, pack("p-mark", "Mark", { description: mark })] };
}

/** A change, recorded by SQLite itself. */
export interface JournalEntry {
  readonly kind: string;
  readonly what: string;
  readonly packId: string;
}

/**
 * Makes SQLite record every change in the order of the commits, within the transaction of the change. This record does not
 * depend on the code under test.
 */
export function recordJournal(file: string): void {
  const database = new DatabaseSync(file);
  const pack = (key: string) => `coalesce((SELECT pack_id FROM pack WHERE pack_key = ${key}), '')`;
  database.exec(`
    CREATE TABLE journal (entry INTEGER PRIMARY KEY, kind TEXT, what TEXT, pack_id TEXT);
    CREATE TRIGGER on_release AFTER INSERT ON release BEGIN
      INSERT INTO journal (kind, what, pack_id) VALUES ('release', NEW.release_id, ${pack("NEW.pack_key")}); END;
    CREATE TRIGGER on_schedule AFTER INSERT ON schedule BEGIN
      INSERT INTO journal (kind, what, pack_id)
      VALUES ('schedule', ${pack("NEW.pack_key")} || ' ' || NEW.scheduled_at, ${pack("NEW.pack_key")}); END;
    CREATE TRIGGER on_edit AFTER UPDATE OF description ON pack BEGIN
      INSERT INTO journal (kind, what, pack_id) VALUES ('edit', NEW.description, NEW.pack_id); END;
    CREATE TRIGGER on_import AFTER INSERT ON pack WHEN NEW.pack_id = 'p-mark' BEGIN
      INSERT INTO journal (kind, what, pack_id) VALUES ('import', NEW.description, NEW.pack_id); END;`);
  database.close();
}

/** The recorded changes, in the order of the commits. */
export function readJournal(file: string): JournalEntry[] {
  const database = new DatabaseSync(file);
  try {
    return database
      .prepare("SELECT kind, what, pack_id FROM journal ORDER BY entry")
      .all()
      .map((row) => ({ kind: String(row.kind), what: String(row.what), packId: String(row.pack_id) }));
  } finally {
    database.close();
  }
}
