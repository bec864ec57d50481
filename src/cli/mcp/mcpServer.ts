import { McpServer, type CallToolResult, type StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { dataNotice } from "../../agents/tools/dataNotice.ts";
import { quotedJson } from "../../agents/tools/quotedJson.ts";
import type { Tool, ToolServices } from "../../agents/tools/tool.ts";
import { inputJsonSchema, outputJsonSchema } from "../../agents/tools/toolJsonSchemas.ts";
import { toolFailure } from "../../agents/tools/toolFailure.ts";
import { tools } from "../../agents/tools/tools.ts";
import { readVersion } from "../readVersion.ts";

/** What a client shows to its model about all tools, in English. */
const instructions = `${dataNotice} Begin with list_packs. To release packs, draft a plan with draft_plan, check it with check_plan, and save it as NAME.release-plan.json for a person.`;

/** Serves the tools of agents. Nothing here releases. */
export function mcpServer(services: ToolServices): McpServer {
  const server = new McpServer({ name: "integration-packs", version: readVersion() }, { instructions });
  for (const tool of Object.values(tools)) {
    const { name, title, description } = tool;
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: published(inputJsonSchema(tool)),
        outputSchema: published(outputJsonSchema(tool)),
        annotations: {
          title,
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
      (input) => answer(tool, services, input),
    );
  }
  return server;
}

/**
 * The form of an input or an answer for clients. The tool itself checks its input, so that each refusal says what to do, and the
 * types ensure the form of its answer.
 */
function published(schema: Record<string, unknown>): StandardSchemaWithJSON {
  return {
    "~standard": {
      version: 1,
      vendor: "integration-packs",
      validate: (value) => ({ value }),
      jsonSchema: { input: () => schema, output: () => schema },
    },
  };
}

async function answer(tool: Tool, services: ToolServices, input: unknown): Promise<CallToolResult> {
  try {
    const result = await tool.call(services, input ?? {});
    return {
      content: [dataNotice, quotedJson(result)].map((text) => ({ type: "text", text })),
      structuredContent: { ...result },
    };
  } catch (error) {
    return { isError: true, content: [{ type: "text", text: quotedJson(toolFailure(error)) }] };
  }
}
