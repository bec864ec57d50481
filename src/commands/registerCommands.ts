import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import { runCommand } from "../contributions.ts";
import { IntegrationPacksError, DamagedDatabaseError } from "../errors/errors.ts";
import { showError } from "../ui/notifications.ts";
import type { Call, Command, Services } from "./command.ts";

/** Registers the commands that the manifest contributes. What they do is loaded when the first one is run. */
export function registerCommands(ids: readonly string[], services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...ids.map((id) => vscode.commands.registerCommand(id, (...args: unknown[]) => run(services, id, args))),
  );
}

async function run(services: Services, id: string, args: unknown[]): Promise<void> {
  const call: Call = { byPerson: !isCallByCode(args), args };
  try {
    const table: Readonly<Record<string, Command>> = (await import("./commands.ts")).commands;
    await table[id]?.(services, call);
  } catch (error) {
    services.log.error(`${id}: ${describeError(error)}`);
    if (!call.byPerson) throw error;
    void showError(error, ...remedies(services, error), {
      title: t("Show Log"),
      run: () => services.log.show(),
    });
  }
}

/** Code passes ids or a file; VS Code passes rows, or a file together with the selection it belongs to. */
function isCallByCode(args: readonly unknown[]): boolean {
  return args.length > 0 && args.every((arg) => typeof arg === "string" || arg instanceof vscode.Uri);
}

/** What a person can do at once about some failures. */
function remedies({ backend }: Services, error: unknown) {
  if (!(error instanceof IntegrationPacksError)) return [];
  if (error.code === "Unauthorized") {
    return [{ title: t("Sign In to Boomi"), run: () => runCommand("integrationPacks.signIn") }];
  }
  if (error instanceof DamagedDatabaseError) return [offerRestore()];
  const mayPass: readonly string[] = [
    "StoreUnavailable",
    "Conflict",
    "NotFound",
    "Unreachable",
    "RateLimited",
  ];
  return mayPass.includes(error.code) ? [{ title: t("Refresh"), run: () => backend.refresh() }] : [];
}

/** A person is asked which backup. */
function offerRestore() {
  return { title: t("Restore from Backup…"), run: () => runCommand("integrationPacks.restoreBackup") };
}
