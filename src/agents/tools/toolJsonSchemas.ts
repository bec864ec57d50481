import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import type { Tool } from "./tool.ts";

/** The JSON Schema of a tool's input. What JSON Schema cannot say is left out; a call checks it. */
export function inputJsonSchema({ input }: Pick<Tool, "input">): Record<string, unknown> {
  return jsonSchema(input, "input");
}

/** The JSON Schema of a tool's answer. */
export function outputJsonSchema({ output }: Pick<Tool, "output">): Record<string, unknown> {
  return jsonSchema(output, "output");
}

function jsonSchema(form: v.GenericSchema, typeMode: "input" | "output"): Record<string, unknown> {
  const { $schema: _, ...schema } = toJsonSchema(form, { typeMode, errorMode: "ignore" });
  return schema;
}
