/** The code blocks of a Markdown document in a language. */
export function codeBlocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, found]) => found === language)
    .map(([, , code = ""]) => code);
}

/** The shell scripts in the `run: |` of a GitHub workflow, by the names of their steps. Of equal names, the last one counts. */
export function githubSteps(workflow: string): ReadonlyMap<string, string> {
  const steps = new Map<string, string>();
  let name = "";
  const lines = workflow.split("\n");
  lines.forEach((line, at) => {
    name = /^ *- name: (.*)$/.exec(line)?.[1] ?? name;
    if (/^ *run: \|$/.test(line)) steps.set(name, blockAfter(lines, at));
  });
  return steps;
}

/** The shell script of a key such as `script` in a job of a GitLab pipeline. */
export function gitlabScript(pipeline: string, job: string, key: string): string {
  const lines = pipeline.split("\n");
  const start = lines.indexOf(`${job}:`);
  const at = lines.findIndex((line, index) => index > start && line === `  ${key}:`);
  if (start < 0 || at < 0) throw new Error(`The pipeline has no ${key} in ${job}.`);
  return blockAfter(lines, at + 1);
}

/** The lines that are indented deeper than the line at `at`, without that indentation. */
function blockAfter(lines: readonly string[], at: number): string {
  const depthOf = (line: string) => line.length - line.trimStart().length;
  const depth = depthOf(lines[at] ?? "");
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() !== "" && depthOf(line) <= depth);
  const block = end < 0 ? rest : rest.slice(0, end);
  const indentation = depthOf(block[0] ?? "");
  return `${block.map((line) => line.slice(indentation)).join("\n")}\n`;
}
