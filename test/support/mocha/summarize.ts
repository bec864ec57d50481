const lines: string[] = [];

/** The lines that tests in this process have passed to `summarize`. */
export const summaries: readonly string[] = lines;

/** Prints the result of many runs in one line, among the tests and again at the end of the command. */
export function summarize(line: string): void {
  lines.push(line);
  process.stdout.write(`    ${line}\n`);
}
