// Writes dist/README.md, the page of the VSIX. The editor cannot show pictures or files of the extension on that page, only
// resources on the web. So this leaves out pictures and replaces links to files of the checkout by their text.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./editor/editor.ts";

const readme = readFileSync(join(checkout, "README.md"), "utf8");
const page = readme
  .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n/gm, "")
  .replace(/\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, "$1");
writeFileSync(join(checkout, "dist", "README.md"), page);
