// node scripts/run.js FILE [ARGS]: runs a script of the project, named by its path in the project. A failure that the user
// can fix is one line. In JavaScript, so that a Node that cannot run TypeScript can say so.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [, , file = "", ...args] = process.argv;

if (!process.features.typescript) {
  fail(
    `Node 24 is needed, and this is Node ${process.versions.node}. Run \`npm ci\` without --ignore-scripts, then start the script with \`npm run\`.`,
  );
}
const script = join(import.meta.dirname, "..", file);
process.argv.splice(1, process.argv.length, script, ...args);
try {
  await import(pathToFileURL(script).href);
} catch (error) {
  const { describeFailure } = await import("./userError.ts");
  fail(describeFailure(error));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
