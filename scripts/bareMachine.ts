// npm run bareMachine [-- --only demo|test] [-- --user root|developer] [-- --debian NAME --node VERSION --npm VERSION]: runs the
// two commands of the README, each from nothing, on a machine that has Node and npm and nothing else, as root and as an
// ordinary user. Reports times and sizes of downloads. Needs Debian, root, and `debootstrap`.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BareMachine, type User } from "./bareMachine/bareMachine.ts";
import { checkout, removeFolder, temporaryFolder } from "./editor/editor.ts";
import { cleanUpAtEnd } from "./programs/processes.ts";
import { findProgram } from "./programs/commands.ts";
import { UserError } from "./userError.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    user: { type: "string" },
    debian: { type: "string", default: "bookworm" },
    // The oldest Node that the README names, with the npm that comes with it.
    node: { type: "string", default: "20.20.2" },
    npm: { type: "string", default: "10.8.2" },
  },
});
const commands: readonly (readonly string[])[] = [
  ["npm ci", "npm run demo"],
  ["npm ci", "npm test"],
].filter(([, command]) => values.only === undefined || command?.endsWith(values.only) === true);
const users = (["root", "developer"] as const satisfies readonly User[]).filter(
  (user) => values.user === undefined || values.user === user,
);
if (commands.length === 0) throw new UserError("--only takes demo or test.");
if (users.length === 0) throw new UserError("--user takes root or developer.");
if (process.platform !== "linux" || process.getuid?.() !== 0) {
  throw new UserError("A bare machine can only be made on Linux, as root.");
}
if (findProgram("debootstrap") === undefined) {
  throw new UserError("debootstrap is missing: apt-get install debootstrap");
}

const folder = await temporaryFolder("bare-machine");
const withdraw = cleanUpAtEnd(() => rmSync(folder, { recursive: true, force: true }));
const report: string[] = [];
try {
  console.log(`Making a bare ${values.debian} with Node ${values.node} and npm ${values.npm} in ${folder}`);
  const bare = await BareMachine.make(join(folder, "bare"), values);
  for (const user of users) {
    for (const steps of commands) await runFromNothing(bare, user, steps);
  }
} finally {
  withdraw();
  await removeFolder(folder);
}
console.log(`\n${report.join("\n")}`);

/** Runs the steps of one command of the README, until one fails. */
async function runFromNothing(bare: BareMachine, user: User, steps: readonly string[]): Promise<void> {
  const root = join(folder, "machine");
  const machine = await bare.copy(root);
  await machine.copyProject(checkout, user);
  report.push(`${steps.join(" && ")}, as ${user}`);
  for (const step of steps) {
    console.log(`\n=== ${step}, as ${user} ===\n`);
    const before = await machine.downloaded(user);
    const start = performance.now();
    const succeeded = await machine.runInProject(user, step);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const megabytes = ((await machine.downloaded(user)) - before) / 1e6;
    report.push(
      `  ${succeeded ? "passed" : "FAILED"}  ${step.padEnd(14)} ${seconds} s, ${megabytes.toFixed(0)} MB downloaded`,
    );
    if (!succeeded) {
      process.exitCode = 1;
      break;
    }
  }
  await removeFolder(root);
}
