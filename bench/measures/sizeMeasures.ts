import { spawnSync } from "node:child_process";
import type { Measure } from "../measure.ts";
import { sizes } from "../sizes.ts";

/** Measures of the sizes of the package. They have no floor: the size itself has a target. */
export const sizeMeasures: readonly Measure[] = sizes.map(({ name, target, kilobytes }) => ({
  name,
  floor: "nothing",
  unit: "KB",
  target,
  run: () => {
    makePackageOnce();
    return Promise.resolve({ ours: [kilobytes()], floor: [] });
  },
}));

let isPackaged = false;

/** Makes the package once, for all sizes. */
function makePackageOnce(): void {
  if (isPackaged) return;
  const { status, stderr } = spawnSync("npm", ["run", "package"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`npm run package failed: ${stderr}`);
  isPackaged = true;
}
