import type * as vscode from "vscode";
import type { Settings } from "../../contributions.ts";

/** The name that each renamed setting had before. */
export type EarlierNames = { readonly [Key in keyof Settings]?: string };

/**
 * Settings that were renamed: none so far. An earlier name counts where the new one is not set, and a notification names both. The
 * manifest keeps the earlier name, with a `deprecationMessage`.
 */
export const earlierNames: EarlierNames = {};

/** Whether a change is one of the setting, by either name. */
export function affectsSetting(
  change: vscode.ConfigurationChangeEvent,
  key: keyof Settings,
  { [key]: earlier }: EarlierNames = earlierNames,
): boolean {
  return change.affectsConfiguration(key) || (earlier !== undefined && change.affectsConfiguration(earlier));
}
