import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { messageForUsers } from "../errors/errors.ts";
import { showWarning } from "../ui/notifications.ts";
import { readSetting } from "../ui/readSetting.ts";
import { settingNames } from "../ui/settingRules.ts";

/** Notifies of settings whose value has another type than the setting, at the start and whenever settings change. */
export class SettingProblems extends DisposableOwner {
  readonly #log: Log;
  #reported: readonly string[] = [];

  constructor(log: Log) {
    super();
    this.#log = log;
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("integrationPacks")) this.#check();
      }),
    );
    this.#check();
  }

  #check(): void {
    const problems = settingNames.flatMap(problemOf);
    const unreported = problems.filter((problem) => !this.#reported.includes(problem));
    this.#reported = problems;
    if (unreported.length === 0) return;
    for (const problem of unreported) this.#log.warn(problem);
    void showWarning(unreported.join(" "), {
      title: t("Open Settings"),
      run: () => vscode.commands.executeCommand("workbench.action.openSettings", "integrationPacks"),
    });
  }
}

function problemOf(name: (typeof settingNames)[number]): string[] {
  try {
    readSetting(name);
    return [];
  } catch (error) {
    return [messageForUsers(error)];
  }
}
