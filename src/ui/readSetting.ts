import * as vscode from "vscode";
import type { Settings } from "../contributions.ts";
import { IntegrationPacksError } from "../errors/errors.ts";
import { settingErrors } from "../errors/settingErrors.ts";
import { restrictedSettings, settingRules } from "./settingRules.ts";

/**
 * Reads a setting. Of a restricted one, only the user's own value counts while the workspace is not trusted.
 *
 * @throws `InvalidRequest` when the value has another type than the setting
 */
export function readSetting<Key extends keyof Settings>(key: Key): Settings[Key] {
  const { isValid, expected } = settingRules[key];
  const value = valueOf(key);
  if (!isValid(value)) throw settingErrors.wrongValue(key, expected());
  return value;
}

/** Reads a setting. `fallback` takes the place of a value of another type. */
export function readSettingOr<Key extends keyof Settings, Fallback>(
  key: Key,
  fallback: Fallback,
): Settings[Key] | Fallback {
  try {
    return readSetting(key);
  } catch (error) {
    if (error instanceof IntegrationPacksError) return fallback;
    throw error;
  }
}

/**
 * Whether a person set the setting. Of a restricted one, only the user's own value counts while the workspace is not
 * trusted.
 */
export function isSet(key: keyof Settings): boolean {
  const values = vscode.workspace.getConfiguration().inspect(key);
  if (values?.globalValue !== undefined) return true;
  if (!vscode.workspace.isTrusted && restrictedSettings.includes(key)) return false;
  return values?.workspaceValue !== undefined || values?.workspaceFolderValue !== undefined;
}

function valueOf(key: keyof Settings): unknown {
  const configuration = vscode.workspace.getConfiguration();
  if (vscode.workspace.isTrusted || !restrictedSettings.includes(key)) return configuration.get(key);
  const values = configuration.inspect(key);
  return values?.globalValue === undefined ? values?.defaultValue : values.globalValue;
}
