import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installPostgres } from "../install/installPostgres.ts";

/** The user who runs a server that root starts, as PostgreSQL refuses to run as root; "nobody" of most systems. */
const otherUser = { uid: 65534, gid: 65534 };

/** The files of a server, and who runs it. */
export interface ServerFiles {
  /** A folder of this server alone, to remove at its end. */
  readonly folder: string;
  /** Has `bin`, `lib` and `share`. */
  readonly programs: string;
  /** Whom to run the programs as; empty for the user of this process. */
  readonly runAs: { readonly uid?: number; readonly gid?: number };
}

/** Makes a folder for a new server. */
export async function makeServerFiles(): Promise<ServerFiles> {
  const installed = await installPostgres();
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-postgres-"));
  if (process.getuid?.() !== 0) return { folder, programs: installed, runAs: {} };
  // The cache of root may be in a folder that nobody else can enter.
  const programs = join(folder, "programs");
  linkFiles(installed, programs);
  chmodSync(folder, 0o777);
  return { folder, programs, runAs: otherUser };
}

/** Copies the data of a server that is stopped, for another one. */
export function copyData(from: string, to: string, { uid, gid }: ServerFiles["runAs"]): void {
  cpSync(from, to, { recursive: true });
  // The former server left its process id.
  rmSync(join(to, "postmaster.pid"), { force: true });
  const own = (path: string) => {
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  };
  own(to);
  chmodSync(to, 0o700);
  for (const path of readdirSync(to, { recursive: true, encoding: "utf8" })) own(join(to, path));
}

/** Copies a folder; its files are the same ones where the file systems are. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkFile(source, target);
  }
}

function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
