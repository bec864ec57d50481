import type { DatabaseFormat } from "../../sqlite/databaseFormat.ts";

/**
 * What the workspace keeps of its releases on the platform, since the platform tells neither earlier releases nor scheduled
 * ones. One file holds the records of all accounts that the workspace ever used; nothing in it is a secret. "IPpl" in ASCII.
 */
export const recordsFormat: DatabaseFormat = {
  applicationId: 0x4950706c,
  migrations: [
    `
    CREATE TABLE release_attempt (
      attempt_key INTEGER PRIMARY KEY,
      account TEXT NOT NULL,
      pack_id TEXT NOT NULL,
      pack_name TEXT NOT NULL,
      request_id TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sending', 'following', 'unknown', 'released', 'notReleased')),
      trigger TEXT NOT NULL CHECK (trigger IN ('immediate', 'scheduled', 'late')),
      sent_at TEXT NOT NULL,
      sent_by TEXT NOT NULL,
      versions TEXT NOT NULL,
      removed TEXT NOT NULL,
      released_at TEXT,
      released_ms INTEGER
    ) STRICT;
    CREATE INDEX attempt_of_pack ON release_attempt (account, pack_id);
    CREATE INDEX open_attempt ON release_attempt (account, state);

    CREATE TABLE schedule (
      account TEXT NOT NULL,
      pack_id TEXT NOT NULL,
      pack_name TEXT NOT NULL,
      keeper TEXT NOT NULL CHECK (keeper IN ('platform', 'workspace')),
      request_id TEXT NOT NULL,
      date TEXT NOT NULL,
      time_zone TEXT NOT NULL,
      window_start TEXT NOT NULL,
      window_start_ms INTEGER NOT NULL,
      window_end TEXT NOT NULL,
      scheduled_by TEXT NOT NULL,
      scheduled_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('scheduled', 'releasing', 'failed', 'missed')),
      problem TEXT,
      versions TEXT NOT NULL,
      attempt_key INTEGER REFERENCES release_attempt,
      claimed_until_ms INTEGER NOT NULL,
      PRIMARY KEY (account, pack_id)
    ) STRICT;
    `,
    // Tells a scheduled release from the one that took its place, however fast: instants cannot.
    `
    ALTER TABLE schedule ADD COLUMN schedule_id TEXT NOT NULL DEFAULT '';
    UPDATE schedule SET schedule_id = lower(hex(randomblob(16)));
    `,
    // What a release was before it was claimed, so that a retry which was killed does not run by itself later.
    `ALTER TABLE schedule ADD COLUMN claimed_from TEXT;`,
  ],
};
