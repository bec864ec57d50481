import { toJsonSchema } from "@valibot/to-json-schema";
import type { Tool } from "./tool.ts";

/** The JSON Schema of a tool's input. What JSON Schema cannot say is left out; a call checks it. */
export function inputJsonSchema({ input }: Pick<Tool, "input">): Record<string, unknown> {
  const { $schema: _, ...schema } = toJsonSchema(input, { typeMode: "input", errorMode: "ignore" });
  return schema;
}
