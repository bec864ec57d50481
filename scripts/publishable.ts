// npm run publishable: refuses to publish while the manifest has the placeholder of the repository's address, or a version that
// does not fit the kind of release. `-- --pre-release` for a pre-release.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./editor/editor.ts";
import { publishingProblems } from "./check/publishingProblems.ts";
import { UserError } from "./userError.ts";

const manifest: unknown = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
const problems = publishingProblems(manifest, { isPreRelease: process.argv.includes("--pre-release") });
if (problems.length > 0) throw new UserError(`This cannot be published. ${problems.join(" ")}`);
console.log("The manifest can be published.");
