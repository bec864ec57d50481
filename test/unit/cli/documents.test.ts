import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../../scripts/editor/editor.ts";
import { commands } from "../../../src/cli/commands.ts";
import { parseArguments } from "../../../src/cli/parseArguments.ts";

const documents = ["README.md", "docs/cli.md", "docs/ci.md", "docs/scheduler.md", "docs/team-records.md"];

/** The command lines in code blocks and between backquotes, without redirections and pipes. */
function commandLines(markdown: string): string[][] {
  const code = [
    ...markdown.matchAll(/^```\w*\n(.*?)^```$/gms),
    ...markdown.matchAll(/`(integration-packs [^`\n]*)`/g),
  ];
  return code
    .flatMap(([, text = ""]) => text.split("\n"))
    .flatMap((line) => /(?:^|[ /])integration-packs ((?!\.)(?:"[^"]*"|[^"|>&#])*)/.exec(line)?.[1] ?? [])
    .map((line) => [...line.matchAll(/"[^"]*"|\S+/g)].map(([word]) => word.replaceAll('"', "")))
    .filter(([first = ""]) => /^[a-z]+$/.test(first));
}

describe("the documents of the command line", () => {
  for (const document of documents) {
    it(`${document} names only commands and options that exist`, async () => {
      const found = commandLines(readFileSync(join(checkout, document), "utf8"));
      assert.ok(found.length > 0, "there is none");
      for (const words of found) {
        // Prose may name a command without its arguments.
        const isNamed = words.length <= 2 && !words.some((word) => word.startsWith("-"));
        if (isNamed)
          assert.ok(
            commands().some(({ name }) => name.split(" ")[0] === words[0]),
            words.join(" "),
          );
        else await assert.doesNotReject(parseArguments(commands(), words), words.join(" "));
      }
    });
  }
});
