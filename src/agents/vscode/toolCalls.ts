import * as vscode from "vscode";
import { describeError } from "../../base/describeError.ts";
import { errors } from "../../errors/errors.ts";
import { releaseBranch, schedulerTimeZone } from "../../ui/settings/settings.ts";
import { dataNotice } from "../tools/dataNotice.ts";
import { quotedJson } from "../tools/quotedJson.ts";
import type { Tool } from "../tools/tool.ts";
import { toolFailure } from "../tools/toolFailure.ts";
import { tools } from "../tools/tools.ts";
import type { AgentServices } from "./agentServices.ts";
import { ReleaseRequests } from "./releaseRequests.ts";
import { requestRelease } from "./requestRelease.ts";
import { toolNameOf } from "./toolId.ts";

/** Runs tools for agents. VS Code does not check an input against the schema in the manifest; each tool does. */
export class ToolCalls {
  readonly #services: AgentServices;
  readonly #requests: ReleaseRequests;

  constructor(services: AgentServices) {
    this.#services = services;
    this.#requests = new ReleaseRequests(services.openPlan);
  }

  /** Runs the tool with the id. @throws an error whose message is the `ToolFailure` as JSON */
  async invoke(id: string, input: unknown): Promise<vscode.LanguageModelToolResult> {
    try {
      const answer = await this.#answer(toolNameOf(id), input);
      return new vscode.LanguageModelToolResult(
        [dataNotice, quotedJson(answer)].map((text) => new vscode.LanguageModelTextPart(text)),
      );
    } catch (error) {
      this.#services.log.error(`${id}: ${describeError(error)}`);
      throw new Error(quotedJson(toolFailure(error)));
    }
  }

  async #answer(name: string, input: unknown): Promise<object> {
    if (name === requestRelease.name) return this.#requests.ask(input);
    const all: Readonly<Record<string, Tool>> = tools;
    const tool = all[name];
    if (!tool) throw errors.notFound(`There is no tool ${name}.`);
    const { backend } = this.#services;
    return tool.call({ backend: () => backend.get(), timeZone: schedulerTimeZone, releaseBranch }, input);
  }
}
