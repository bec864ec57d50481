/** A single statement that reads the packs with the state that lists show. */
export const bareListStatement = `
  SELECT pack.*, release.released_at,
    (SELECT count(*) FROM pack_component WHERE pack_component.pack_key = pack.pack_key) AS component_count,
    (SELECT count(*) FROM (SELECT 1 FROM pack_component
        LEFT JOIN release_version ON release_version.release_key = release.release_key
          AND release_version.component_key = pack_component.component_key
        LEFT JOIN packaged_version AS current ON current.version_key = release_version.version_key
      WHERE pack_component.pack_key = pack.pack_key AND (
        current.version_key IS NULL OR pack_component.deleted = 1
        OR pack_component.pending_key <> current.version_key
        OR EXISTS (SELECT 1 FROM packaged_version AS newer
          WHERE newer.component_key = pack_component.component_key AND newer.shareable = 1 AND newer.deleted = 0
            AND newer.created_ms > current.created_ms)) LIMIT 10)) AS change_count
  FROM pack LEFT JOIN release ON release.release_key =
    (SELECT release_key FROM release WHERE release.pack_key = pack.pack_key ORDER BY released_ms DESC LIMIT 1)`;

/** A program that prints the lines of the command `list`, and does nothing else. Its argument is the store. */
export const bareListProgram = `
  const { DatabaseSync } = require("node:sqlite");
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const found = new DatabaseSync(process.argv[1], { readOnly: true }).prepare(${JSON.stringify(bareListStatement)}).all();
  const rows = found.sort((one, other) => compare(one.name, other.name)).map((row) => [
    row.name, row.pack_id, String(row.component_count),
    row.change_count < 10 ? row.change_count + " changes" : "10 or more changes",
    new Date(row.released_at).toISOString().slice(0, 16).replace("T", " ") + " UTC",
  ]);
  rows.unshift(["Name", "ID", "Components", "State", "Last Release"]);
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at])).join("  ").trimEnd());
  process.stdout.write(lines.join("\\n") + "\\n");`;
