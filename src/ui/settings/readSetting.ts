import * as vscode from "vscode";
import type { Settings } from "../../contributions.ts";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { settingErrors } from "../../errors/settingErrors.ts";
import { earlierNames, type EarlierNames } from "./earlierNames.ts";
import { neverBlankSettings, restrictedSettings, settingRules } from "./settingRules.ts";

/**
 * Reads a setting. Of a restricted one, only the user's own value counts while the workspace is not trusted.
 *
 * @throws `InvalidRequest` when the value has another type than the setting
 */
export function readSetting<Key extends keyof Settings>(key: Key, names = earlierNames): Settings[Key] {
  const { isValid, expected } = settingRules[key];
  const value = valueOf(key, names);
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
export function isSet(key: keyof Settings, names = earlierNames): boolean {
  return setValues(key, names).length > 0;
}

/** Whether a person set the setting by this name, which may be an earlier one. */
export function isSetAs(name: string, key: keyof Settings): boolean {
  return valuesOf(name, key).length > 0;
}

function valueOf(key: keyof Settings, names: EarlierNames): unknown {
  const [value = vscode.workspace.getConfiguration().inspect(key)?.defaultValue] = setValues(key, names);
  return value;
}

function setValues(key: keyof Settings, { [key]: earlier }: EarlierNames): unknown[] {
  const values = valuesOf(key, key);
  return values.length > 0 || earlier === undefined ? values : valuesOf(earlier, key);
}

/** The values by a name of the setting that count, the one for the smallest place first. */
function valuesOf(name: string, key: keyof Settings): unknown[] {
  const values = vscode.workspace.getConfiguration().inspect(name);
  const ofWorkspace =
    vscode.workspace.isTrusted || !restrictedSettings.includes(key)
      ? [values?.workspaceFolderValue, values?.workspaceValue]
      : [];
  const isBlank = (value: unknown) => typeof value === "string" && value.trim() === "";
  return [...ofWorkspace, values?.globalValue].filter(
    (value) => value !== undefined && !(neverBlankSettings.includes(key) && isBlank(value)),
  );
}
