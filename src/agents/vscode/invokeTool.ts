import * as vscode from "vscode";
import { describeError } from "../../base/describeError.ts";
import { errors } from "../../errors/errors.ts";
import { releaseBranch, schedulerTimeZone } from "../../ui/settings.ts";
import { dataNotice } from "../tools/dataNotice.ts";
import { quotedJson } from "../tools/quotedJson.ts";
import type { Tool } from "../tools/tool.ts";
import { toolFailure } from "../tools/toolFailure.ts";
import { tools } from "../tools/tools.ts";
import type { AgentServices } from "./agentServices.ts";
import { toolNameOf } from "./toolId.ts";

/**
 * Runs a tool for an agent. VS Code does not check the input against the schema in the manifest; the tool does.
 *
 * @throws an error whose message is the `ToolFailure` as JSON
 */
export async function invokeTool(
  services: AgentServices,
  id: string,
  input: unknown,
): Promise<vscode.LanguageModelToolResult> {
  try {
    const answer = await call(services, id, input);
    return new vscode.LanguageModelToolResult(
      [dataNotice, quotedJson(answer)].map((text) => new vscode.LanguageModelTextPart(text)),
    );
  } catch (error) {
    services.log.error(`${id}: ${describeError(error)}`);
    throw new Error(quotedJson(toolFailure(error)));
  }
}

async function call({ backend }: AgentServices, id: string, input: unknown): Promise<object> {
  const all: Readonly<Record<string, Tool>> = tools;
  const tool = all[toolNameOf(id)];
  if (!tool) throw errors.notFound(`There is no tool ${id}.`);
  return tool.call({ backend: () => backend.get(), timeZone: schedulerTimeZone, releaseBranch }, input);
}
