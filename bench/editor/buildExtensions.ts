import { cp } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { treeShakeToolkit } from "../../scripts/build/treeShakeToolkit.ts";
import { run } from "../../scripts/programs/commands.ts";
import { checkout } from "../../scripts/editor/editor.ts";

/**
 * Builds the extension for release, and the extensions of the bench in the same way. Installs those of the bench into the
 * extensions folder of an editor. Returns the folder of the floor.
 */
export async function buildExtensions(folder: string): Promise<string> {
  await run(process.execPath, ["esbuild.js", "--production"], { cwd: checkout });
  const [floor] = await Promise.all([buildOne("floor", folder), buildOne("meter", folder)]);
  await build({
    bundle: true,
    minify: true,
    target: "es2023",
    format: "esm",
    platform: "browser",
    entryPoints: [join(checkout, "bench/floor/page.ts")],
    outdir: floor,
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [treeShakeToolkit],
  });
  return floor;
}

async function buildOne(name: "floor" | "meter", folder: string): Promise<string> {
  const source = join(checkout, "bench", name);
  const built = join(folder, `packworks.integration-packs-bench-${name}-0.0.0`);
  await cp(source, built, { recursive: true, filter: (file) => !file.endsWith(".ts") });
  await build({
    bundle: true,
    minify: true,
    target: "es2023",
    format: "esm",
    platform: "node",
    external: ["vscode"],
    entryPoints: [join(source, "extension.ts")],
    outdir: built,
  });
  return built;
}
