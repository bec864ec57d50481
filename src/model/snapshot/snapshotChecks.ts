import { t } from "@vscode/l10n";
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
  if (seen.has(key)) reject(path, t('"{0}" is already used before', shown));
  seen.add(key);
}

/** Checks that an instant of the right form exists: the 30th of February does not. @throws `InvalidRequest` */
export function checkInstant(instant: string, path: SnapshotPath): void {
  const day = instant.slice(0, 10);
  if (Number.isNaN(Date.parse(instant)) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
    reject(path, t('"{0}" is not a date and time that exists', instant));
  }
}
