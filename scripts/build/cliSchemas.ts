import { toJsonSchema } from "@valibot/to-json-schema";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemas } from "../../src/cli/schemas.ts";

/** The JSON Schemas of what the command line writes, by the names of their files. */
export function cliSchemas(): Record<string, Readonly<Record<string, unknown>>> {
  const entries = Object.entries(schemas).map(
    ([file, schema]) => [file, { ...toJsonSchema(schema) }] as const,
  );
  return Object.fromEntries(entries);
}

/** Writes the JSON Schemas of the command line into the folder, those of plans and snapshots included. */
export function writeCliSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, schema] of Object.entries(cliSchemas())) {
    writeFileSync(join(folder, file), `${JSON.stringify(schema, null, 2)}\n`);
  }
  for (const file of ["release-plan.schema.json", "snapshot.schema.json"]) {
    cpSync(join("media", file), join(folder, file));
  }
}
