// npm run script scripts/makeCliPage.ts: writes docs/cli.md from the table of the commands.
import { writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { cliPage } from "./build/cliPage.ts";

const file = "docs/cli.md";
writeFileSync(file, await format(cliPage(), { ...(await resolveConfig(file)), filepath: file }));
