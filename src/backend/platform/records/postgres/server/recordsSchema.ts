/** A step of the format of shared records. Add a step; never edit one that was published. */
export interface SchemaStep {
  /** SQL that can be run again after an interruption. */
  readonly sql: string;
  /** The number of the first format whose programs may still write once this step was made. An additive step keeps it. */
  readonly writableFrom: number;
}

/** The statements that create the tables. Every name carries its schema, since nothing may depend on the session. */
export const schemaSteps: readonly SchemaStep[] = [
  {
    writableFrom: 1,
    sql: `
    CREATE TABLE IF NOT EXISTS integration_packs.pack (
      account text NOT NULL,
      pack_id text NOT NULL,
      -- Counts the changes of everything that is recorded of the pack.
      version bigint NOT NULL DEFAULT 0,
      -- Who claims the pack; '' for nobody. Only the server's clock says whether the claim has expired.
      holder text NOT NULL DEFAULT '',
      expires_at timestamptz NOT NULL DEFAULT '-infinity',
      PRIMARY KEY (account, pack_id)
    );
    CREATE INDEX IF NOT EXISTS pack_of_holder ON integration_packs.pack (account, holder) WHERE holder <> '';

    CREATE TABLE IF NOT EXISTS integration_packs.attempt (
      attempt_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      attempt_id text NOT NULL UNIQUE,
      account text NOT NULL,
      pack_id text NOT NULL,
      pack_name text NOT NULL,
      request_id text NOT NULL,
      schedule_id text NOT NULL,
      holder text NOT NULL,
      state text NOT NULL
        CHECK (state IN ('sending', 'accepted', 'unknown', 'dismissed', 'released', 'scheduled', 'notMade')),
      trigger text NOT NULL CHECK (trigger IN ('immediate', 'scheduled', 'late')),
      sent_at text NOT NULL,
      sent_by text NOT NULL,
      versions text NOT NULL,
      removed text NOT NULL,
      scheduled text,
      released_at text,
      released_ms bigint,
      plan_hash text,
      plan_name text
    );
    CREATE INDEX IF NOT EXISTS released_attempt ON integration_packs.attempt (account, pack_id, released_ms DESC)
      WHERE state = 'released';
    CREATE INDEX IF NOT EXISTS open_attempt ON integration_packs.attempt (account, pack_id)
      WHERE state IN ('sending', 'accepted', 'unknown');
    CREATE INDEX IF NOT EXISTS attempt_of_request ON integration_packs.attempt (account, pack_id, request_id)
      WHERE request_id <> '';
    CREATE INDEX IF NOT EXISTS attempt_of_plan ON integration_packs.attempt (plan_hash) WHERE plan_hash IS NOT NULL;

    CREATE TABLE IF NOT EXISTS integration_packs.scheduled_release (
      account text NOT NULL,
      pack_id text NOT NULL,
      pack_name text NOT NULL,
      schedule_id text NOT NULL,
      keeper text NOT NULL CHECK (keeper IN ('platform', 'workspace')),
      request_id text NOT NULL,
      date text NOT NULL,
      time_zone text NOT NULL,
      scheduled_by text NOT NULL,
      scheduled_at text NOT NULL,
      state text NOT NULL CHECK (state IN ('scheduled', 'failed', 'missed', 'unknown')),
      problem text,
      problem_code text,
      versions text NOT NULL,
      confirmed text,
      plan_hash text,
      plan_name text,
      PRIMARY KEY (account, pack_id)
    );
    CREATE INDEX IF NOT EXISTS schedule_by_id ON integration_packs.scheduled_release (account, schedule_id);

    CREATE TABLE IF NOT EXISTS integration_packs.unreported_outcome (
      outcome_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      account text NOT NULL,
      outcome text NOT NULL,
      -- The step that took it to report it.
      taken_by text,
      taken_at timestamptz
    );
    CREATE INDEX IF NOT EXISTS outcome_of_account ON integration_packs.unreported_outcome (account);

    -- The steps that were committed: who lost the connection learns here whether its step was.
    CREATE TABLE IF NOT EXISTS integration_packs.step (
      step_id text PRIMARY KEY,
      committed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX IF NOT EXISTS step_by_time ON integration_packs.step (committed_at);

    -- Records that were moved here from a file. Their content is inactive until the file is marked as moved.
    CREATE TABLE IF NOT EXISTS integration_packs.moved_records (
      move_id text PRIMARY KEY,
      content text NOT NULL,
      moved_by text NOT NULL,
      activated_at timestamptz
    );
    `,
  },
  {
    // What to do with a release whose window has passed. NULL: a schedule of the first format.
    writableFrom: 1,
    sql: "ALTER TABLE integration_packs.scheduled_release ADD COLUMN IF NOT EXISTS missed_releases text",
  },
];

/** Creates the schema and the table of its format. */
export const formatSql = `
  CREATE SCHEMA IF NOT EXISTS integration_packs;
  CREATE TABLE IF NOT EXISTS integration_packs.format (
    only_row integer PRIMARY KEY CHECK (only_row = 1),
    version integer NOT NULL,
    writable_from integer NOT NULL
  );
  INSERT INTO integration_packs.format (only_row, version, writable_from) VALUES (1, 0, 0) ON CONFLICT DO NOTHING;
`;
