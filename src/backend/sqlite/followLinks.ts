import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** As many links as Linux follows. */
const mostLinks = 40;

/**
 * The file that a symbolic link leads to, which may be missing; any other path is returned as it is. SQLite puts its log, and
 * this extension its backups, beside the file that it opens, so both need the file and not the link.
 */
export function followLinks(path: string): string {
  let file = path;
  for (let count = 0; lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink(); count += 1) {
    if (count === mostLinks) throw new Error(`The link ${path} leads to itself.`);
    file = resolve(realpathSync(dirname(file)), readlinkSync(file));
  }
  return file;
}
