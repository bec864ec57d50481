import * as vscode from "vscode";
import { lazy } from "../../base/lazy.ts";
import type { AgentServices } from "./agentServices.ts";

/** Registers the tools under their ids in the manifest. Their code is loaded when an agent first calls one. */
export function registerTools(ids: readonly string[], services: AgentServices): vscode.Disposable {
  const calls = lazy(async () => new (await import("./toolCalls.ts")).ToolCalls(services));
  return vscode.Disposable.from(
    ...ids.map((id) =>
      vscode.lm.registerTool<unknown>(id, {
        invoke: async ({ input }) => (await calls()).invoke(id, input),
      }),
    ),
  );
}
