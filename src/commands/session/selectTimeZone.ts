import * as l10n from "@vscode/l10n";
import { isTimeZone, systemTimeZone } from "../../model/schedule/timeZone.ts";
import { pick } from "../../ui/ask/pick.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { readSettingOr } from "../../ui/settings/readSetting.ts";
import { writeSetting } from "../../ui/settings/settings.ts";

const setting = "integrationPacks.scheduler.timeZone";

/** Asks for the time zone of release dates and writes it to the settings. Lists the zones that the runtime knows. */
export async function selectTimeZone(): Promise<void> {
  const system = systemTimeZone();
  const chosen = readSettingOr(setting, "").trim() || system;
  const names = ["UTC", ...Intl.supportedValuesOf("timeZone")].filter((name) => name !== system);
  const zones = [...(system === undefined ? [] : [system]), ...new Set(names)].filter(isTimeZone);
  const picks = zones.map((value) => ({
    label: value,
    description: joinParts([
      value === chosen && l10n.t("current"),
      value === system && l10n.t("this computer"),
    ]),
    value,
  }));
  const title = l10n.t("Select Time Zone");
  const picked = await pick(
    title,
    picks,
    l10n.t("This computer knows no time zones."),
    l10n.t("Select the time zone of release dates"),
  );
  if (picked) await writeSetting(setting, picked.value);
}
