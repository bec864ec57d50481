import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { DisposableOwner } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { runCommand, type Settings } from "../contributions.ts";
import { messageForUsers } from "../errors/errors.ts";
import { timeZoneProblem } from "../model/schedule/timeZoneProblem.ts";
import { showWarning } from "../ui/notifications.ts";
import { earlierNames, type EarlierNames } from "../ui/settings/earlierNames.ts";
import { isSetAs, readSetting, readSettingOr } from "../ui/settings/readSetting.ts";
import { settingNames } from "../ui/settings/settingRules.ts";

/**
 * Notifies of settings whose value has another type than the setting or that are set by an earlier name, and of a time zone that is
 * not known here: at the
 * start, and whenever settings change.
 */
export class SettingProblems extends DisposableOwner {
  readonly #log: Log;
  readonly #earlierNames: EarlierNames;
  #reported: readonly string[] = [];

  constructor(log: Log, names = earlierNames) {
    super();
    this.#log = log;
    this.#earlierNames = names;
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("integrationPacks")) this.#check();
      }),
    );
    this.#check();
  }

  #check(): void {
    const problems = [
      ...settingNames.flatMap(problemOf),
      zoneProblem(),
      ...settingNames.map((name) => renamedHint(name, this.#earlierNames[name])),
    ].filter((each) => each !== undefined);
    const unreported = problems.filter((problem) => !this.#reported.includes(problem));
    this.#reported = problems;
    if (unreported.length === 0) return;
    for (const problem of unreported) this.#log.warn(problem);
    void showWarning(unreported.join(" "), ...(zoneProblem() === undefined ? [] : [selectTimeZone()]), {
      title: l10n.t("Open Settings"),
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

/** That a setting is set by its earlier name. */
function renamedHint(name: keyof Settings, earlier: string | undefined): string | undefined {
  if (earlier === undefined || !isSetAs(earlier, name)) return undefined;
  return l10n.t("The setting {0} is now called {1}. Rename it; until then, its value counts.", earlier, name);
}

/** Why the zone in the settings cannot be used here. Nothing if it can, or if none is set. */
function zoneProblem(): string | undefined {
  const timeZone = readSettingOr("integrationPacks.scheduler.timeZone", "").trim();
  return timeZone === "" ? undefined : timeZoneProblem(timeZone);
}

function selectTimeZone() {
  return { title: l10n.t("Select Time Zone…"), run: () => runCommand("integrationPacks.selectTimeZone") };
}
