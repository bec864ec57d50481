import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** A change of a module after which the bundler leaves out what the pages do not use of it. */
interface Rule {
  readonly file: RegExp;
  readonly change: (text: string) => string;
}

const rules: readonly Rule[] = [
  {
    // The toolkit's design tokens. Creating one that no control uses has no effect.
    file: /webview-ui-toolkit[\\/]dist[\\/]design-tokens\.js$/,
    change: (text) => text.replace(/^(export const \w+ = )(?=create\()/gm, "$1/* @__PURE__ */ "),
  },
  {
    // Resolvers of the toolkit's dependency injection, which its controls do not use.
    file: /fast-foundation[\\/]dist[\\/]esm[\\/]di[\\/]di\.js$/,
    change: (text) =>
      text.replace(/^(export const \w+ = )(?=create(?:All)?Resolver\()/gm, "$1/* @__PURE__ */ "),
  },
  {
    // A deprecated table of key codes, which the controls no longer use.
    file: /fast-web-utilities[\\/]dist[\\/]key-codes\.js$/,
    change: (text) =>
      text.replace(/^\(function \(KeyCodes\) \{$[^]*?^\}\)\(KeyCodes \|\| \(KeyCodes = \{\}\)\);$/m, ""),
  },
  {
    // The calendars for ranges and several dates, and the lists of months and years.
    file: /cally[\\/]dist[\\/]cally\.js$/,
    change: (text) =>
      text
        .replace(
          /^customElements\.define\("calendar-(?:range|multi|select-month|select-year)", \w+\);$/gm,
          "",
        )
        .replace(/\b(\w+ = )(?=k\($)/gm, "$1/* @__PURE__ */ "),
  },
];

/** Leaves out of the pages what they do not use of packages whose modules the bundler would take whole. */
export const dropUnusedParts: Plugin = {
  name: "drop-unused-parts",
  setup(build) {
    for (const { file, change } of rules) {
      build.onLoad({ filter: file }, async ({ path }) => ({
        contents: change(await readFile(path, "utf8")),
      }));
    }
  },
};
