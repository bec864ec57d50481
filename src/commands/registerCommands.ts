import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import { messageOf } from "../base/messageOf.ts";
import { runCommand } from "../contributions.ts";
import { DamagedStoreError, IntegrationPacksError } from "../errors/errors.ts";
import { showError, type NotificationAction } from "../ui/notifications.ts";
import { linklessText } from "../ui/plainText.ts";
import type { Services } from "./command.ts";
import type { CommandEntry } from "./confirmation.ts";

/** Registers the commands. Their code is loaded when the first one runs. */
export function registerCommands(ids: readonly string[], services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...ids.map((id) => vscode.commands.registerCommand(id, (...args: unknown[]) => run(services, id, args))),
  );
}

async function run(services: Services, id: string, args: readonly unknown[]): Promise<unknown> {
  const { callOf } = await import("./ask/callOf.ts");
  const call = callOf(args);
  try {
    const [{ commands }, { runEntry }] = await Promise.all([
      import("./commands.ts"),
      import("./runEntry.ts"),
    ]);
    const entries: Readonly<Record<string, CommandEntry>> = commands;
    const entry = entries[id];
    return entry && (await runEntry(services, id, entry, call));
  } catch (error) {
    services.log.error(`${id}: ${describeError(error)}`);
    if (!call.byPerson) throw withoutLinks(error);
    void showError(error, ...remedies(services, error), {
      title: l10n.t("Show Log"),
      run: () => services.log.show(),
    });
    return undefined;
  }
}

/** The error for a caller outside. VS Code may show its message in a notification, where a link in a name would work. */
function withoutLinks(error: unknown): Error {
  const message = linklessText(messageOf(error));
  return error instanceof IntegrationPacksError
    ? new IntegrationPacksError(error.code, message, { cause: error })
    : new Error(message, { cause: error });
}

/** The actions that a notification offers for some failures. */
function remedies({ backend }: Services, error: unknown): NotificationAction[] {
  if (!(error instanceof IntegrationPacksError)) return [];
  if (error.code === "Unauthorized") {
    return [{ title: l10n.t("Sign In to Boomi"), run: () => runCommand("integrationPacks.signIn") }];
  }
  if (error instanceof DamagedStoreError) return [offerRestore()];
  const transient: readonly string[] = [
    "StoreUnavailable",
    "Conflict",
    "NotFound",
    "Unreachable",
    "RateLimited",
  ];
  return transient.includes(error.code) ? [{ title: l10n.t("Refresh"), run: () => backend.refresh() }] : [];
}

function offerRestore(): NotificationAction {
  return { title: l10n.t("Restore from Backup…"), run: () => runCommand("integrationPacks.restoreBackup") };
}
