import * as vscode from "vscode";
import { SettingProblems } from "./settingProblems.ts";
import { ContainerHint, type ContainerHintDependencies } from "./store/containerHint.ts";
import { DailyBackups, type DailyBackupsDependencies } from "./store/dailyBackups.ts";
import { EarlierStoreOffer, type EarlierStoreOfferDependencies } from "./store/earlierStoreOffer.ts";

/** Dependencies of what runs in the background. */
export type BackgroundDependencies = Omit<ContainerHintDependencies, "remoteName"> &
  DailyBackupsDependencies &
  EarlierStoreOfferDependencies;

/** Starts what a window does by itself: notifications of settings and stores, and daily backups. */
export function startInBackground(dependencies: BackgroundDependencies): vscode.Disposable {
  const { remoteName } = vscode.env;
  return vscode.Disposable.from(
    new SettingProblems(dependencies.log),
    new DailyBackups(dependencies),
    new EarlierStoreOffer(dependencies),
    new ContainerHint({ ...dependencies, remoteName }),
  );
}
