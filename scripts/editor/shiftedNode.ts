import { existsSync } from "node:fs";
import { copyFile, chmod } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cached } from "./cache.ts";
import { findProgram, run } from "./commands.ts";

const libraries = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map(
  (machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`,
);

/** Why the clock of the extension host cannot be moved on this machine; undefined when it can. */
export function whyNoShiftedClock(): string | undefined {
  if (libraries.some(existsSync) && findProgram("patchelf") !== undefined) return undefined;
  return "The clock of the editor can only be moved with faketime and patchelf: sudo apt-get install faketime patchelf";
}

/**
 * A copy of Node whose clock `FAKETIME` moves. It is linked to libfaketime, as the server takes `LD_PRELOAD` away
 * from the extension host. @throws when faketime or patchelf is missing
 */
export async function shiftableNode(node: string): Promise<string> {
  const problem = whyNoShiftedClock();
  const library = libraries.find(existsSync);
  if (problem !== undefined || library === undefined) throw new Error(problem);
  // node is …/code-server-VERSION/node/node_modules/node/bin/node
  const release = basename(join(dirname(node), "../../../.."));
  const folder = await cached(`${release}-shiftable-node`, async (unfinished) => {
    const copy = join(unfinished, "node");
    await copyFile(node, copy);
    await chmod(copy, 0o755);
    await run("patchelf", ["--add-needed", library, copy]);
  });
  return join(folder, "node");
}
