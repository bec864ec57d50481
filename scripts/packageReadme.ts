// Writes dist/README.md, the page of the VSIX.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../package.json" with { type: "json" };
import { checkout } from "./editor/editor.ts";
import { packagedReadme } from "./build/packagedReadme.ts";

const readme = readFileSync(join(checkout, "README.md"), "utf8");
writeFileSync(join(checkout, "dist", "README.md"), packagedReadme(readme, manifest.repository.url));
