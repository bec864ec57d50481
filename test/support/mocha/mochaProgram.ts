// Runs mocha on test files in a process of its own: mochaProgram.ts TIMEOUT_MS FILE…
import { runMocha } from "./runMocha.ts";

const [timeoutMs, ...files] = process.argv.slice(2);
const failures = await runMocha({
  files,
  timeoutMs: Number(timeoutMs),
  live: true,
});
process.exitCode = failures > 0 ? 1 : 0;
