import { resolve } from "node:path";
import type { Metafile, Plugin } from "esbuild";
import { importedBy } from "./importedBy.ts";

type ScriptsOfPages = Readonly<Record<string, readonly string[]>>;

/**
 * The plugins that tell the extension which scripts the script of each page imports: `find` belongs to the build of the
 * pages, which needs a metafile; `fillIn` replaces src/panels/sharedScripts.ts in the build of the extension.
 */
export function sharedScriptPlugins(): { readonly find: Plugin; readonly fillIn: Plugin } {
  let scripts: ScriptsOfPages = {};
  let finish: () => void;
  const firstBuild = new Promise<void>((resolve) => (finish = resolve));
  const find: Plugin = {
    name: "find-shared-scripts",
    setup: (build) =>
      build.onEnd(({ metafile }) => {
        if (metafile) scripts = scriptsOfPages(metafile);
        finish();
      }),
  };
  const fillIn: Plugin = {
    name: "fill-in-shared-scripts",
    setup: (build) =>
      build.onLoad({ filter: /[\\/]src[\\/]panels[\\/]sharedScripts\.ts$/ }, async () => {
        await firstBuild;
        // A page that is built anew may import other scripts.
        const watchFiles = Object.keys(scripts).map((page) => resolve(`dist/webview/${page}.js`));
        return { contents: `export const sharedScripts = ${JSON.stringify(scripts)};`, watchFiles };
      }),
  };
  return { find, fillIn };
}

function scriptsOfPages({ outputs }: Metafile): ScriptsOfPages {
  const pages = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint && path.endsWith(".js"));
  return Object.fromEntries(
    pages.map((path) => [fileName(path).replace(/\.js$/, ""), [...importedBy(path, outputs)].map(fileName)]),
  );
}

function fileName(path: string): string {
  return path.replace(/^.*\//, "");
}
