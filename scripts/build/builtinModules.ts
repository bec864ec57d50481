import { isBuiltin } from "node:module";
import type { Plugin } from "esbuild";

/** What commander imports to start other programs, which no command does. */
const lazy: ReadonlySet<string> = new Set(["node:child_process"]);

/** An object that loads a module when something of it is first used. */
function lazily(module: string): string {
  return `new Proxy({}, { get: (_, name) => ${module}[name] })`;
}

/**
 * Takes Node's modules from `process.getBuiltinModule` instead of importing them: for an import, Node reads every export of the
 * module, and with that loads what `node:fs` loads only on demand, such as streams. It also serves the `require` of packages in
 * CommonJS, which an ES module lacks.
 */
export const builtinModules: Plugin = {
  name: "builtin-modules",
  setup(build) {
    const namespace = "builtin-module";
    build.onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z_]+)*$/ }, ({ path }) =>
      isBuiltin(path)
        ? { path: path.replace(/^(node:)?/, "node:"), namespace, sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /^/, namespace }, ({ path }) => {
      const module = `process.getBuiltinModule(${JSON.stringify(path)})`;
      return { contents: `module.exports = ${lazy.has(path) ? lazily(module) : module};` };
    });
  },
};
