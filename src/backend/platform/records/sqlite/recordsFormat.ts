import { addPlanColumns } from "../../../sqlite/planColumns.ts";
import type { DatabaseFormat } from "../../../sqlite/databaseFormat.ts";
import { createPropertyTable } from "../../../sqlite/properties.ts";
import { summarizeRecords } from "./summarizeRecords.ts";
import { recordsErrors } from "./recordsErrors.ts";

/**
 * The records of releases on the platform, as Boomi reports neither earlier nor scheduled releases. One file stores the
 * records of all accounts that the workspace ever used. Nothing in it is a secret. The application id is "IPpl" in ASCII.
 */
export const recordsFormat: DatabaseFormat = {
  applicationId: 0x4950706c,
  errors: recordsErrors,
  summarize: summarizeRecords,
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
    // Distinguishes a scheduled release from one that takes its place at once, which instants cannot.
    `
    ALTER TABLE schedule ADD COLUMN schedule_id TEXT NOT NULL DEFAULT '';
    UPDATE schedule SET schedule_id = lower(hex(randomblob(16)));
    `,
    // The state before a claim, so that a retry that was killed does not run by itself later.
    `ALTER TABLE schedule ADD COLUMN claimed_from TEXT;`,
    // Claims name their holder, attempts name their scheduled release, and schedules store the confirmed state. Windows are
    // no longer stored: date and zone are what was promised, and the rules of a zone may change.
    `
    CREATE TABLE attempt (
      attempt_key INTEGER PRIMARY KEY AUTOINCREMENT,
      attempt_id TEXT NOT NULL UNIQUE,
      account TEXT NOT NULL,
      pack_id TEXT NOT NULL,
      pack_name TEXT NOT NULL,
      request_id TEXT NOT NULL,
      schedule_id TEXT NOT NULL,
      holder TEXT NOT NULL,
      state TEXT NOT NULL
        CHECK (state IN ('sending', 'accepted', 'unknown', 'dismissed', 'released', 'scheduled', 'notMade')),
      trigger TEXT NOT NULL CHECK (trigger IN ('immediate', 'scheduled', 'late')),
      sent_at TEXT NOT NULL,
      sent_by TEXT NOT NULL,
      versions TEXT NOT NULL,
      removed TEXT NOT NULL,
      scheduled TEXT,
      released_at TEXT,
      released_ms INTEGER
    ) STRICT;
    INSERT INTO attempt
      SELECT attempt_key, 'attempt-' || attempt_key, account, pack_id, pack_name, request_id,
        coalesce((SELECT schedule_id FROM schedule WHERE schedule.attempt_key = release_attempt.attempt_key), ''),
        '',
        CASE state WHEN 'following' THEN 'accepted' WHEN 'notReleased' THEN 'notMade' ELSE state END,
        trigger, sent_at, sent_by, versions, removed, NULL, released_at, released_ms
      FROM release_attempt;
    CREATE INDEX attempt_of_pack_and_state ON attempt (account, pack_id, state);
    CREATE INDEX attempt_of_state ON attempt (account, state);

    CREATE TABLE scheduled_release (
      account TEXT NOT NULL,
      pack_id TEXT NOT NULL,
      pack_name TEXT NOT NULL,
      schedule_id TEXT NOT NULL UNIQUE,
      keeper TEXT NOT NULL CHECK (keeper IN ('platform', 'workspace')),
      request_id TEXT NOT NULL,
      date TEXT NOT NULL,
      time_zone TEXT NOT NULL,
      scheduled_by TEXT NOT NULL,
      scheduled_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('scheduled', 'failed', 'missed', 'unknown')),
      problem TEXT,
      problem_code TEXT,
      versions TEXT NOT NULL,
      confirmed TEXT,
      PRIMARY KEY (account, pack_id)
    ) STRICT;
    INSERT INTO scheduled_release
      SELECT account, pack_id, pack_name, schedule_id, keeper, request_id, date, time_zone, scheduled_by, scheduled_at,
        CASE state WHEN 'releasing' THEN coalesce(claimed_from, 'scheduled') ELSE state END,
        problem, NULL, versions, NULL
      FROM schedule;

    CREATE TABLE claim (
      account TEXT NOT NULL,
      pack_id TEXT NOT NULL,
      holder TEXT NOT NULL,
      expires_ms INTEGER NOT NULL,
      PRIMARY KEY (account, pack_id)
    ) STRICT;

    CREATE TABLE unreported_outcome (
      outcome_key INTEGER PRIMARY KEY AUTOINCREMENT,
      account TEXT NOT NULL,
      outcome TEXT NOT NULL
    ) STRICT;

    DROP TABLE schedule;
    DROP TABLE release_attempt;
    `,
    // What the file records about itself: which workspace it belongs to.
    createPropertyTable,
    // The release plan that attempts and scheduled releases come from.
    ["attempt", "scheduled_release"].map(addPlanColumns).join(""),
    // What to do with a release whose window has passed. NULL: a schedule of an earlier format.
    "ALTER TABLE scheduled_release ADD COLUMN missed_releases TEXT",
  ],
};
