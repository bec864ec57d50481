import {
  releaseTriggers,
  type ComponentVersions,
  type ListedRelease,
  type PackRelease,
  type Period,
  type Release,
  type ReleaseTrigger,
} from "../../../model/release/release.ts";
import type { PlanReference } from "../../../model/plan/planReference.ts";
import { parseVersions, writeVersions } from "../packs/componentVersions.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { requirePack, requirePackKey } from "../packs/packs.ts";
import { planValues, toPlan } from "../../sqlite/planColumns.ts";
import { type Row, integer, json, text, word } from "../../sqlite/rows.ts";

/** A release to record. */
export interface NewRelease {
  readonly versions: ComponentVersions;
  readonly trigger: ReleaseTrigger;
  readonly releasedBy: string;
  readonly now: Date;
  readonly plan: PlanReference | undefined;
}

/** The pack's releases, newest first. @throws `NotFound` */
export function history(connection: Connection, packId: string): Release[] {
  const packKey = requirePackKey(connection, packId);
  // One row for each release: a row for each version of two hundred releases of a hundred components takes four times as long.
  return connection
    .all(
      `SELECT release.*, (
        SELECT json_group_object(component_id, package_version ORDER BY component_id)
        FROM release_version JOIN component USING (component_key) JOIN packaged_version USING (version_key)
        WHERE release_version.release_key = release.release_key) AS versions
      FROM release WHERE pack_key = ? ORDER BY released_ms DESC, release_key DESC`,
      packKey,
    )
    .map((row) => toRelease(row, json(row, "versions", parseVersions)));
}

/** The releases of all packs in the period, oldest first. */
export function listReleases(connection: Connection, { start, end }: Period): ListedRelease[] {
  return connection
    .all(
      `SELECT release.*, pack_id, name FROM release JOIN pack USING (pack_key)
      WHERE released_ms >= ? AND released_ms < ? ORDER BY released_ms, release_key`,
      start.getTime(),
      end.getTime(),
    )
    .map((row) => {
      const { versions: _none, ...release } = toRelease(row, {});
      return { ...release, packId: text(row, "pack_id"), packName: text(row, "name") };
    });
}

/**
 * Records a release (rule 6): its versions become current, components marked Deleted leave the pack, pending versions are
 * cleared, and every installation moves to the release. Call it inside the transaction that resolved the versions.
 */
export function recordRelease(connection: Connection, packId: string, release: NewRelease): PackRelease {
  const packKey = integer(requirePack(connection, packId), "pack_key");
  const previous = connection.get(
    "SELECT * FROM release WHERE release_key = (SELECT release_key FROM latest_release WHERE pack_key = ?)",
    packKey,
  );
  const releasedMs = after(previous, release.now);
  const releaseId = crypto.randomUUID();
  const releasedAt = new Date(releasedMs).toISOString();
  connection.run(
    `INSERT INTO release (release_id, pack_key, released_at, released_ms, released_by, trigger, replaced_key, plan_hash,
      plan_name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    releaseId,
    packKey,
    releasedAt,
    releasedMs,
    release.releasedBy,
    release.trigger,
    previous ? integer(previous, "release_key") : null,
    ...planValues(release.plan),
  );
  const releaseKey = integer(
    connection.get("SELECT release_key FROM release WHERE release_id = ?", releaseId) ?? {},
    "release_key",
  );
  writeVersions(connection, "release_version", releaseKey, release.versions);
  connection.run("DELETE FROM pack_component WHERE pack_key = ? AND deleted = 1", packKey);
  connection.run("UPDATE pack_component SET pending_key = NULL WHERE pack_key = ?", packKey);
  connection.run(
    "UPDATE installation SET release_key = ?, applied_scheduled = 0 WHERE pack_key = ?",
    releaseKey,
    packKey,
  );
  const { versions, trigger, releasedBy, plan } = release;
  return { packId, releaseId, releasedAt, releasedBy, trigger, versions, ...(plan && { plan }) };
}

/** The date of a new release, in ms: always after the previous one, even if the clock was set back. */
function after(previous: Row | undefined, now: Date): number {
  return previous ? Math.max(now.getTime(), integer(previous, "released_ms") + 1) : now.getTime();
}

/** The release in a row of `release`. */
export function toRelease(row: Row, versions: ComponentVersions): Release {
  return {
    releaseId: text(row, "release_id"),
    releasedAt: text(row, "released_at"),
    releasedBy: text(row, "released_by"),
    trigger: word(row, "trigger", releaseTriggers),
    versions,
    ...toPlan(row),
  };
}
