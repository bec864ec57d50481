import { readFileSync, rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { importedBy } from "./importedBy.ts";

/** A build with `splitting`, and the part of it that becomes one file. */
export interface SplitBuild {
  /** The folder of the outputs. */
  readonly folder: string;
  readonly outputs: Metafile["outputs"];
  /** The modules to join with everything that they import, by the paths of their sources. Each is an output of its own. */
  readonly joined: readonly string[];
  /** The modules that stay as they are, with everything that they import. */
  readonly apart: readonly string[];
  /** The name of the joined file. */
  readonly name: string;
}

/**
 * Joins outputs of a build into one file. The bundler makes a chunk for each set of modules that the same outputs use. These are
 * many and small, and Node.js needs about half a millisecond to load one.
 */
export async function joinChunks({ folder, outputs, joined, apart, name }: SplitBuild): Promise<void> {
  const kept = loadedBy(apart, outputs);
  const chunks: Chunks = new Map(
    [...loadedBy(joined, outputs)]
      .filter((path) => !kept.has(path))
      .map((path) => [basename(path), outputs[path]?.exports ?? []]),
  );
  const others = Object.keys(outputs)
    .map((path) => basename(path))
    .filter((file) => file.endsWith(".js") && !chunks.has(file));
  await build({
    absWorkingDir: resolve(folder),
    entryPoints: [name, ...others].map((file) => ({ in: `./${file}`, out: basename(file, ".js") })),
    outdir: ".",
    allowOverwrite: true,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2023",
    minify: true,
    logLevel: "warning",
    plugins: [joining(chunks, name)],
  });
  for (const file of chunks.keys()) rmSync(resolve(folder, file));
}

/** The chunks to join: the names of their exports, by their files. */
type Chunks = ReadonlyMap<string, readonly string[]>;

/** Puts the chunks into the file `name`, and lets everything else import from there. */
function joining(chunks: Chunks, name: string): Plugin {
  const order = [...chunks.keys()];
  /** The exports of a chunk, each with a name that no other chunk exports. */
  const exportsOf = (file: string) =>
    (chunks.get(file) ?? []).map((own) => [own, `${own}_${order.indexOf(file)}`] as const);
  return {
    name: "joining",
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path, importer, kind }) => {
        const file = basename(path);
        if (kind === "entry-point") return file === name ? { path: name, namespace: "joined" } : undefined;
        if (!chunks.has(file)) return { path, external: true };
        const isInside = importer === name || chunks.has(basename(importer));
        return isInside ? undefined : { path: file, namespace: "outside" };
      });
      build.onLoad({ filter: /^/, namespace: "joined" }, () => ({
        resolveDir: ".",
        contents: order
          .map((file) => {
            const names = exportsOf(file).map(([own, unique]) => `${own} as ${unique}`);
            return `export { ${names.join()} } from "./${file}";`;
          })
          .join("\n"),
      }));
      build.onLoad({ filter: /^/, namespace: "outside" }, ({ path }) => {
        const names = exportsOf(path).map(([own, unique]) => `${unique} as ${own}`);
        return { contents: `export { ${names.join()} } from "./${name}";` };
      });
      // Joined in place, a module that is imported on demand would get a wrapper, and with it all that it imports.
      build.onLoad({ filter: /\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(
          /\bimport\("\.\/([\w-]+\.js)"\)/g,
          (call, file: string) => {
            if (!chunks.has(file)) return call;
            const names = exportsOf(file).map(([own, unique]) => `${own}: joined.${unique}`);
            return `import("./${name}").then((joined) => ({ ${names.join()} }))`;
          },
        ),
      }));
    },
  };
}

/** The outputs of the modules, and those that are loaded with them. */
function loadedBy(modules: readonly string[], outputs: Metafile["outputs"]): ReadonlySet<string> {
  const own = modules.map((module) => {
    const output = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === module);
    if (output === undefined) throw new Error(`The build has no output of its own for ${module}.`);
    return output;
  });
  return new Set(own.flatMap((path) => [path, ...importedBy(path, outputs)]));
}
