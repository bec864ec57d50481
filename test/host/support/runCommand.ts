import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { IntegrationPacksApi } from "../../../src/api/integrationPacksApi.ts";

/** Activates the extension and returns its API. */
export async function activateExtension(): Promise<IntegrationPacksApi> {
  const extension = vscode.extensions.getExtension<IntegrationPacksApi>("packworks.integration-packs");
  assert.ok(extension, "the extension is not installed");
  return extension.activate();
}

/** Runs a command of the extension, as code does. */
export function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`integrationPacks.${command}`, ...args);
}

/** Asserts that a command of the extension rejects with the code and a message that matches. */
export function rejects(code: string, pattern: RegExp, command: string, ...args: unknown[]): Promise<void> {
  return rejectsWithCode(run(command, ...args), code, pattern);
}

/** Asserts that a call of the extension rejects with the code and a message that matches. */
export function rejectsWithCode(call: PromiseLike<unknown>, code: string, pattern: RegExp): Promise<void> {
  return assert.rejects(Promise.resolve(call), (error: Error & { code?: string }) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, pattern);
    return true;
  });
}
