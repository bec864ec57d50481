import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** The toolkit's styles and templates are template strings, which minifying leaves as they are: their indents are taken out. */
export const compactToolkitStyles: Plugin = {
  name: "compact-toolkit-styles",
  setup(build) {
    build.onLoad(
      { filter: /(webview-ui-toolkit|fast-foundation)[\\/]dist[\\/].*\.(styles|template)\.js$/ },
      async ({ path }) => ({
        contents: (await readFile(path, "utf8")).replace(/\n\s+/g, "\n"),
      }),
    );
  },
};
