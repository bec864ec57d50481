// A program that runs mocha on test files. Arguments: the timeout of a test in ms, then the files.
import { runMocha } from "./runMocha.ts";

const [timeoutMs, ...files] = process.argv.slice(2);
const failures = await runMocha({
  files,
  timeoutMs: Number(timeoutMs),
  live: true,
});
process.exitCode = failures > 0 ? 1 : 0;
