import { dirname, sep } from "node:path";
import type { Plugin } from "esbuild";

/** The toolkit's packages have no side effects but do not declare it, which would keep every control in the bundle. */
export const treeShakeToolkit: Plugin = {
  name: "tree-shake-toolkit",
  setup(build) {
    build.onResolve({ filter: /.*/ }, async (args) => {
      if (args.pluginData === "resolved") return undefined;
      const { kind, importer, resolveDir, path } = args;
      const result = await build.resolve(path, { kind, importer, resolveDir, pluginData: "resolved" });
      const packages = [`@microsoft${sep}fast-`, `@vscode${sep}webview-ui-toolkit`];
      if (packages.some((name) => dirname(result.path).includes(`node_modules${sep}${name}`))) {
        result.sideEffects = false;
      }
      return result;
    });
  },
};
