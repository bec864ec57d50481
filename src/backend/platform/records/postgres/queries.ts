// Statements that read the records of an account, which is `$1`.

/** The attempts whose end is not known, of the pack `$2` or of all. */
export const openAttempts = `
  SELECT * FROM integration_packs.attempt
    WHERE account = $1 AND ($2::text IS NULL OR pack_id = $2) AND state IN ('sending', 'accepted', 'unknown')
    ORDER BY attempt_key`;

/** The attempts that come from the plan `$2`. */
export const planAttempts = `
  SELECT * FROM integration_packs.attempt WHERE plan_hash = $2 AND account = $1 ORDER BY attempt_key`;

/** The releases, newest first; of the pack `$2` or of all. */
export const releases = `
  SELECT * FROM integration_packs.attempt
    WHERE account = $1 AND ($2::text IS NULL OR pack_id = $2) AND state = 'released' ORDER BY released_ms DESC`;

/** The latest release of each pack. Its cost grows with the packs, not with the releases. */
export const latestReleases = `
  SELECT latest.* FROM integration_packs.pack
    CROSS JOIN LATERAL (
      SELECT * FROM integration_packs.attempt
        WHERE account = $1 AND attempt.pack_id = pack.pack_id AND state = 'released'
        ORDER BY released_ms DESC LIMIT 1
    ) latest
    WHERE pack.account = $1`;

/** One row if the pack `$2` had a release with a component. */
export const hasReleased = `
  SELECT 1 AS found FROM integration_packs.attempt
    WHERE account = $1 AND pack_id = $2 AND state = 'released' AND versions <> '{}' LIMIT 1`;

/** A text that is another one after the records of the account were changed. */
export const state = `
  SELECT coalesce(sum(version), 0)::text AS state FROM integration_packs.pack WHERE account = $1`;
