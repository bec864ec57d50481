#!/usr/bin/env node
// The program integration-packs. What needs a late version of Node.js is loaded once the version is known.
import { isTooOld, oldestNode } from "./nodeVersion.ts";

if (isTooOld(process.versions.node)) {
  process.stderr.write(
    `integration-packs needs Node.js ${oldestNode} or later, and this is ${process.versions.node}. Install a later one, then run the command again.\n`,
  );
  process.exitCode = 1;
} else if (process.argv[2] === "--version" && process.argv.length === 3) {
  // Without what reads arguments.
  const { readVersion } = await import("./readVersion.ts");
  process.stdout.write(`${readVersion()}\n`);
} else {
  const { runProgram } = await import("./runProgram.ts");
  await runProgram();
}
