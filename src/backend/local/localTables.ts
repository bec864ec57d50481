import type { DatabaseFormat } from "../sqlite/databaseFormat.ts";
import { addPlanColumns } from "../sqlite/planColumns.ts";
import { createPropertyTable } from "../sqlite/properties.ts";
import { summarizeStore } from "./storeContent.ts";
import { storeErrors } from "./storeErrors.ts";

const migrations: readonly string[] = [
  `
  CREATE TABLE component (
    component_key INTEGER PRIMARY KEY,
    component_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('process', 'webservice'))
  ) STRICT;

  CREATE TABLE packaged_version (
    version_key INTEGER PRIMARY KEY,
    package_id TEXT NOT NULL UNIQUE,
    component_key INTEGER NOT NULL REFERENCES component ON DELETE CASCADE,
    package_version TEXT NOT NULL,
    component_version INTEGER NOT NULL,
    created_date TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    notes TEXT NOT NULL,
    shareable INTEGER NOT NULL CHECK (shareable IN (0, 1)),
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    branch_name TEXT NOT NULL,
    folder TEXT NOT NULL,
    UNIQUE (component_key, package_version)
  ) STRICT;
  CREATE INDEX choosable_version ON packaged_version (component_key, created_ms DESC, component_version DESC)
    WHERE shareable = 1 AND deleted = 0;

  CREATE TABLE included_component (
    version_key INTEGER NOT NULL REFERENCES packaged_version ON DELETE CASCADE,
    position INTEGER NOT NULL,
    component_id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    folder TEXT NOT NULL,
    modified_by TEXT NOT NULL,
    modified_date TEXT NOT NULL,
    xml TEXT,
    UNIQUE (version_key, component_id)
  ) STRICT;

  CREATE TABLE deployment (
    deployment_key INTEGER PRIMARY KEY,
    version_key INTEGER NOT NULL REFERENCES packaged_version ON DELETE CASCADE,
    environment TEXT NOT NULL,
    deployed_date TEXT NOT NULL,
    deployed_ms INTEGER NOT NULL,
    deployed_by TEXT NOT NULL,
    notes TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1))
  ) STRICT;
  CREATE INDEX deployment_of_version ON deployment (version_key, deployed_ms);

  CREATE TABLE pack (
    pack_key INTEGER PRIMARY KEY,
    pack_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    installation_type TEXT NOT NULL CHECK (installation_type IN ('SINGLE', 'MULTI')),
    deployment_model TEXT NOT NULL CHECK (deployment_model IN ('packaged', 'legacy'))
  ) STRICT;

  CREATE TABLE pack_component (
    pack_key INTEGER NOT NULL REFERENCES pack ON DELETE CASCADE,
    component_key INTEGER NOT NULL REFERENCES component,
    pending_key INTEGER REFERENCES packaged_version,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    PRIMARY KEY (pack_key, component_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pack_of_component ON pack_component (component_key);
  CREATE INDEX pack_of_pending_version ON pack_component (pending_key) WHERE pending_key IS NOT NULL;

  CREATE TABLE release (
    release_key INTEGER PRIMARY KEY,
    release_id TEXT NOT NULL UNIQUE,
    pack_key INTEGER NOT NULL REFERENCES pack ON DELETE CASCADE,
    released_at TEXT NOT NULL,
    released_ms INTEGER NOT NULL,
    released_by TEXT NOT NULL,
    trigger TEXT NOT NULL CHECK (trigger IN ('immediate', 'scheduled', 'late')),
    replaced_key INTEGER REFERENCES release
  ) STRICT;
  CREATE INDEX release_of_pack ON release (pack_key, released_ms);
  CREATE INDEX release_by_replaced ON release (replaced_key);

  CREATE TABLE release_version (
    release_key INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
    component_key INTEGER NOT NULL REFERENCES component,
    version_key INTEGER NOT NULL REFERENCES packaged_version,
    PRIMARY KEY (release_key, component_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX release_of_version ON release_version (version_key);
  CREATE INDEX release_of_component ON release_version (component_key);

  CREATE VIEW latest_release AS
    SELECT pack_key,
      (SELECT release_key FROM release WHERE release.pack_key = pack.pack_key
        ORDER BY released_ms DESC, release_key DESC LIMIT 1) AS release_key
    FROM pack;

  CREATE TABLE schedule (
    pack_key INTEGER PRIMARY KEY REFERENCES pack ON DELETE CASCADE,
    date TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    window_start TEXT NOT NULL,
    window_start_ms INTEGER NOT NULL,
    window_end TEXT NOT NULL,
    window_end_ms INTEGER NOT NULL,
    scheduled_by TEXT NOT NULL,
    scheduled_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('scheduled', 'releasing', 'failed', 'missed')),
    problem TEXT,
    claimed_by TEXT,
    claimed_at TEXT
  ) STRICT;
  CREATE INDEX schedule_by_window ON schedule (window_start_ms);

  CREATE TABLE schedule_version (
    pack_key INTEGER NOT NULL REFERENCES schedule ON DELETE CASCADE,
    component_key INTEGER NOT NULL REFERENCES component,
    version_key INTEGER NOT NULL REFERENCES packaged_version,
    PRIMARY KEY (pack_key, component_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX schedule_of_version ON schedule_version (version_key);
  CREATE INDEX schedule_of_component ON schedule_version (component_key);

  CREATE TABLE schedule_event (
    event_key INTEGER PRIMARY KEY,
    pack_key INTEGER NOT NULL REFERENCES pack ON DELETE CASCADE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    event TEXT NOT NULL,
    date TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    problem TEXT
  ) STRICT;
  CREATE INDEX schedule_event_of_pack ON schedule_event (pack_key);

  CREATE TABLE account_group (
    group_key INTEGER PRIMARY KEY,
    group_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
  ) STRICT;

  CREATE TABLE account (
    account_key INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
  ) STRICT;

  CREATE TABLE group_account (
    group_key INTEGER NOT NULL REFERENCES account_group ON DELETE CASCADE,
    account_key INTEGER NOT NULL REFERENCES account,
    PRIMARY KEY (group_key, account_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX group_of_account ON group_account (account_key);

  CREATE TABLE group_pack (
    group_key INTEGER NOT NULL REFERENCES account_group ON DELETE CASCADE,
    pack_key INTEGER NOT NULL REFERENCES pack ON DELETE CASCADE,
    PRIMARY KEY (group_key, pack_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX group_of_pack ON group_pack (pack_key);

  CREATE TABLE installation (
    pack_key INTEGER NOT NULL REFERENCES pack ON DELETE CASCADE,
    account_key INTEGER NOT NULL REFERENCES account,
    release_key INTEGER NOT NULL REFERENCES release,
    applied_scheduled INTEGER NOT NULL CHECK (applied_scheduled IN (0, 1)),
    PRIMARY KEY (pack_key, account_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX installation_in_account ON installation (account_key);
  CREATE INDEX installation_of_release ON installation (release_key);
  `,
  // Distinguishes a scheduled release from the one that replaced it. Their dates can be equal.
  `
  ALTER TABLE schedule ADD COLUMN schedule_id TEXT NOT NULL DEFAULT '';
  UPDATE schedule SET schedule_id = lower(hex(randomblob(16)));
  `,
  // The state that was confirmed with a scheduled release (rule 12); for an earlier one, the state that is found now.
  `
  ALTER TABLE schedule ADD COLUMN problem_code TEXT;
  ALTER TABLE schedule ADD COLUMN confirmed TEXT;
  UPDATE schedule SET confirmed = (
    SELECT json_group_array(json_object(
      'componentId', component_id,
      'currentVersion', ifnull(package_version, ''),
      'deleted', json(CASE deleted WHEN 1 THEN 'true' ELSE 'false' END)))
    FROM (
      SELECT component.component_id, current.package_version, pack_component.deleted
      FROM pack_component JOIN component USING (component_key)
        LEFT JOIN latest_release ON latest_release.pack_key = pack_component.pack_key
        LEFT JOIN release_version
          ON release_version.release_key = latest_release.release_key
          AND release_version.component_key = pack_component.component_key
        LEFT JOIN packaged_version AS current ON current.version_key = release_version.version_key
      WHERE pack_component.pack_key = schedule.pack_key ORDER BY component.component_id));
  `,
  // What the file records about itself. The windows of schedules are derived again when the rules of time zones change.
  createPropertyTable,
  // The release plan that releases and scheduled releases come from. Events keep it of those that were cancelled (rule 17).
  ["release", "schedule", "schedule_event"].map(addPlanColumns).join(""),
  // What an account had of the pack before the pack's last release. NULL where that was not recorded.
  `
  ALTER TABLE installation ADD COLUMN state_before TEXT
    CHECK (state_before IN ('current', 'behind', 'updatePending', 'appliedEarly', 'notInstalled'));
  `,
];

/** The format of the local store without what is derived again. Its application id is "IPks" in ASCII. */
export const localTables: DatabaseFormat = {
  applicationId: 0x49506b73,
  migrations,
  errors: storeErrors,
  summarize: summarizeStore,
};
