import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import type { Settings } from "../../contributions.ts";

/** What a setting may be. */
interface SettingRule<Value> {
  readonly isValid: (value: unknown) => value is Value;
  /** The valid values in words, such as "a text". */
  readonly expected: () => string;
}

/** What each setting may be. VS Code marks another value in settings.json, and passes it on as it is. */
export const settingRules: { readonly [Key in keyof Settings]: SettingRule<Settings[Key]> } = {
  "integrationPacks.backend": oneOf("local", "platform"),
  "integrationPacks.local.storePath": text(),
  "integrationPacks.platform.baseUrl": text(),
  "integrationPacks.platform.accountId": text(),
  "integrationPacks.platform.overrideAccount": text(),
  "integrationPacks.platform.records": text(),
  "integrationPacks.platform.requestsPerSecond": number(),
  "integrationPacks.platform.scheduleWith": oneOf("platform", "workspace"),
  "integrationPacks.release.branch": text(),
  "integrationPacks.scheduler.timeZone": text(),
  "integrationPacks.scheduler.missedReleases": oneOf("release", "ask", "skip"),
};

/** The names of all settings. */
export const settingNames = Object.keys(settingRules) as readonly (keyof Settings)[];

/** The settings that name a place that data comes from or goes to, as `restrictedConfigurations` lists them. */
export const restrictedSettings: readonly (keyof Settings)[] = [
  "integrationPacks.local.storePath",
  "integrationPacks.platform.baseUrl",
  "integrationPacks.platform.accountId",
  "integrationPacks.platform.overrideAccount",
  "integrationPacks.platform.records",
];

/** The settings that cannot be blank: a cleared one counts as not set. */
export const neverBlankSettings: readonly (keyof Settings)[] = ["integrationPacks.platform.baseUrl"];

function text(): SettingRule<string> {
  return { isValid: (value) => typeof value === "string", expected: () => l10n.t("a text") };
}

function number(): SettingRule<number> {
  return {
    isValid: (value): value is number => typeof value === "number" && Number.isFinite(value),
    expected: () => l10n.t("a number"),
  };
}

function oneOf<const Word extends string>(...words: readonly Word[]): SettingRule<Word> {
  return {
    isValid: (value): value is Word => words.some((word) => word === value),
    expected: () => l10n.t("one of {0}", listed(words.map((word) => `"${word}"`))),
  };
}
