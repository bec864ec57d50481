import { commands } from "../../src/cli/commands.ts";
import type { Command, Option, Parameter } from "../../src/cli/command.ts";
import { commonOptions } from "../../src/cli/commonOptions.ts";
import { describeExitCodes } from "../../src/cli/describeExitCodes.ts";
import { programName } from "../../src/cli/parseArguments.ts";

const introduction = `# The command line

<!-- \`npm run script scripts/makeCliPage.ts\` writes this page from the table that the help is made of. -->

\`${programName}\` reads packs, and drafts, checks and applies release plans, without an editor: in a terminal, in
[CI](ci.md), and as a [scheduler](scheduler.md). It needs Node.js 22.16 or later and nothing else. Its
texts are English, whatever the language of the system is.

- In a clone: \`npm run cli -- list --store FILE\`.
- \`npm pack\` makes its package, a \`.tgz\` that \`npm install --global FILE\` installs. Install the one that a release of
  this project offers, by its address and checksum; never run \`npx\` with a name that somebody else may own.

## Which packs

Every command works either on a local store (\`--store\`) or on a Boomi account (\`--platform\`). The account, the user and
the token come from the environment. There is no option for the token, because shells and process lists store what is typed.

| Variable                    | What it is                                                                      |
| --------------------------- | ------------------------------------------------------------------------------- |
| \`INTEGRATION_PACKS_STORE\`   | the local store, instead of \`--store\`                                           |
| \`BOOMI_ACCOUNT_ID\`          | the Boomi account                                                               |
| \`BOOMI_USER\`                | the e-mail address of the user                                                  |
| \`BOOMI_TOKEN\`               | the API token of the user                                                       |
| \`BOOMI_BASE_URL\`            | the address of the platform; \`https://api.boomi.com\` without it                 |
| \`BOOMI_OVERRIDE_ACCOUNT\`    | the account to work on through the partner API                                  |
| \`INTEGRATION_PACKS_RECORDS\` | where to store what was sent, instead of \`--records\`                            |
| \`PGPASSWORD\`                | the password of the server of a team's records                                  |
| \`NO_COLOR\`                  | uses no colors                                                                  |

Boomi does not report whether a release was made whose answer was lost. The records remember what was sent, so that applying a
plan again finds the release instead of sending it twice. They must outlive the machine that runs the command.

## Results

Results go to standard output; errors, remarks and progress to standard error. With \`--format json\` every result has
\`"formatVersion": 1\` and the shape of a JSON Schema in \`dist/cli/schemas\` of the package. An error is one line of JSON on
standard error with its \`code\`, its \`message\` and \`advice\`, as \`error.schema.json\` describes it.
`;

/** The page that documents the command line. Prettier formats it. */
export function cliPage(): string {
  return [
    introduction,
    table(["Exit code", "When"], describeExitCodes()),
    "## Commands",
    table(
      ["Command", "What it does"],
      commands().map((command) => [`[\`${usageOf(command)}\`](#${anchorOf(command)})`, command.summary]),
    ),
    "These options go with every command:",
    optionsTable(commonOptions()),
    ...commands().flatMap(sectionsOf),
    "",
  ].join("\n\n");
}

function sectionsOf(command: Command): string[] {
  const { name, summary, details, parameters, options, examples, schema } = command;
  return [
    `### ${name}`,
    `\`${programName} ${usageOf(command)}\` ${summary}. ${details}`,
    ...(parameters.length === 0
      ? []
      : [
          table(
            ["Argument", "What it is"],
            parameters.map((each) => [`\`${each.name}\``, each.description]),
          ),
        ]),
    ...(options.length === 0 ? [] : [optionsTable(options)]),
    ...(schema === undefined ? [] : [`JSON Schema of the results: \`dist/cli/schemas/${schema}\`.`]),
    ["```sh", ...examples, "```"].join("\n"),
  ];
}

function usageOf({ name, parameters }: Command): string {
  return [name, ...parameters.map(parameterText)].join(" ");
}

function parameterText({ name, count }: Parameter): string {
  switch (count) {
    case "one":
      return name;
    case "optional":
      return `[${name}]`;
    case "any":
      return `[${name}…]`;
    case "several":
      return `${name}…`;
  }
}

function optionsTable(options: readonly Option[]): string {
  return table(
    ["Option", "What it does"],
    options.map(({ flags, description, choices }) => [
      `\`${flags}\``,
      choices ? `${description}: ${choices.map((choice) => `\`${choice}\``).join(", ")}` : description,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function anchorOf({ name }: Command): string {
  return name.replaceAll(" ", "-");
}
