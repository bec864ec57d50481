const lines: string[] = [];

/** What the tests of this process have summed up so far, a line each. */
export const summaries: readonly string[] = lines;

/** Says in one line what many runs came to: among the tests as they run, and once more at the end of the command. */
export function summarize(line: string): void {
  lines.push(line);
  process.stdout.write(`    ${line}\n`);
}
