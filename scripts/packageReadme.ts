// Writes dist/README.md, which the VSIX shows as its page. The editor shows a page neither pictures nor files of its
// extension, only what is on the web: pictures are left out there, and links to files of the checkout become their text.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./editor/editor.ts";

const readme = readFileSync(join(checkout, "README.md"), "utf8");
const page = readme
  .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n/gm, "")
  .replace(/\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, "$1");
writeFileSync(join(checkout, "dist", "README.md"), page);
