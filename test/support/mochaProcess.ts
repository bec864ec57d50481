// Runs mocha on test files in a process of its own: mochaProcess.ts TIMEOUT_MS RETRIES FILE…
import { runMocha } from "./runMocha.ts";

const [timeoutMs, retries, ...files] = process.argv.slice(2);
const failures = await runMocha({
  files,
  timeoutMs: Number(timeoutMs),
  retries: Number(retries),
  live: true,
});
process.exitCode = failures > 0 ? 1 : 0;
