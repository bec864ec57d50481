import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Identifies the repository in a folder by the address that `origin` has there. It is a hash, because an address may contain a
 * token. Returns `""` for a folder that is no repository or has no such address.
 */
export function repositoryId(folder: string): string {
  const address = originOf(readConfig(folder));
  return address === undefined ? "" : createHash("sha256").update(normalized(address)).digest("hex");
}

function readConfig(folder: string): string {
  try {
    return readFileSync(join(folder, ".git", "config"), "utf8");
  } catch {
    // Another file in its place, such as that of a worktree, is no repository of its own.
    return "";
  }
}

/** The first address in the section of `origin`, https://git-scm.com/docs/git-config#_syntax */
function originOf(config: string): string | undefined {
  let isOrigin = false;
  for (const line of config.split("\n")) {
    const section = /^\s*\[(.*)\]/.exec(line)?.[1];
    if (section !== undefined) isOrigin = /^remote\s+"origin"$/i.test(section.trim());
    const address = isOrigin ? /^\s*url\s*=\s*(\S+)/i.exec(line)?.[1] : undefined;
    if (address !== undefined) return address;
  }
  return undefined;
}

/** Without user and ending: clones of one repository differ in them. */
function normalized(address: string): string {
  return address.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/@]*@/i, "$1").replace(/\/*(\.git)?\/*$/, "");
}
