import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import { runCommand } from "../contributions.ts";
import { IntegrationPacksError, DamagedStoreError } from "../errors/errors.ts";
import { showError } from "../ui/notifications.ts";
import type { Call, Command, Services } from "./command.ts";

/** Registers the commands. Their code is loaded when the first one runs. */
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

/** Whether code called the command. Code passes only ids or a file; VS Code also passes rows or a selection. */
function isCallByCode(args: readonly unknown[]): boolean {
  return args.length > 0 && args.every((arg) => typeof arg === "string" || arg instanceof vscode.Uri);
}

/** The actions that a notification offers for some failures. */
function remedies({ backend }: Services, error: unknown) {
  if (!(error instanceof IntegrationPacksError)) return [];
  if (error.code === "Unauthorized") {
    return [{ title: t("Sign In to Boomi"), run: () => runCommand("integrationPacks.signIn") }];
  }
  if (error instanceof DamagedStoreError) return [offerRestore()];
  const transient: readonly string[] = [
    "StoreUnavailable",
    "Conflict",
    "NotFound",
    "Unreachable",
    "RateLimited",
  ];
  return transient.includes(error.code) ? [{ title: t("Refresh"), run: () => backend.refresh() }] : [];
}

function offerRestore() {
  return { title: t("Restore from Backup…"), run: () => runCommand("integrationPacks.restoreBackup") };
}
