import * as l10n from "@vscode/l10n";
import { errors } from "../../errors/errors.ts";
import { formatPath } from "../text/formatPath.ts";

/** A place in a snapshot document: keys and list indexes. */
export type SnapshotPath = readonly (string | number)[];

/** Rejects the snapshot because of a problem at a place in it. @throws `InvalidRequest` */
export function reject(path: SnapshotPath, problem: string): never {
  throw errors.invalidSnapshot(formatPath(path), problem);
}

/** Adds a key to the keys seen so far. `shown` names it in the error. @throws `InvalidRequest` when it is there already */
export function addUnique(seen: Set<string>, key: string, path: SnapshotPath, shown = key): void {
  if (seen.has(key)) reject(path, l10n.t('"{0}" is already used before', shown));
  seen.add(key);
}

/** The last instant that a `Date` has, in ms. */
const lastInstant = 8.64e15;

/** How long before it an instant of a snapshot is, in ms: what follows it in the store must have an instant, too. */
const room = 86_400_000;

/**
 * Checks that an instant of the right form exists, which the 30th of February does not, and that others can follow it.
 *
 * @throws `InvalidRequest`
 */
export function checkInstant(instant: string, path: SnapshotPath): void {
  const [day = ""] = instant.split("T");
  const milliseconds = Date.parse(instant);
  const exists = new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(-2));
  if (Number.isNaN(milliseconds) || !exists || milliseconds > lastInstant - room) {
    reject(path, l10n.t('"{0}" is not a date and time that exists', instant));
  }
}
