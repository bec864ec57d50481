import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { Backend } from "../backend/backend.ts";
import type { IntegrationPack, PackSummary } from "../model/pack.ts";
import { showInformation, withoutIcons } from "../notifications.ts";
import { PackItem } from "../views/packs/packItem.ts";
import { ScheduleItem } from "../views/packs/scheduleItem.ts";
import { ScheduledReleaseItem } from "../views/scheduledReleases/scheduledReleaseItem.ts";
import type { Services } from "./command.ts";

interface ValuePick<T> extends vscode.QuickPickItem {
  readonly value: T;
}

interface PackQuestion {
  readonly title: string;
  /** Which packs are offered; all when left out. */
  readonly offer?: (pack: PackSummary) => boolean;
  /** What to say when there is none to offer. */
  readonly none: string;
}

/** The pack that a command is about: the id from code, the row's pack, or the one that the person picks; nothing when they cancel. */
export async function packIdOf(
  { backend }: Services,
  arg: unknown,
  question: PackQuestion,
): Promise<string | undefined> {
  if (typeof arg === "string") return arg;
  if (arg instanceof PackItem || arg instanceof ScheduleItem || arg instanceof ScheduledReleaseItem) {
    return arg.pack.packId;
  }
  const packs = await (await backend.get()).listPackSummaries();
  const offered = packs.filter(question.offer ?? (() => true));
  const picks = offered.map((pack) => ({
    label: withoutIcons(pack.name),
    description: pack.released ? "" : t("never released"),
    detail: withoutIcons(pack.description),
    value: pack.packId,
  }));
  return pick(question.title, picks, question.none);
}

/** The packaged version that the person picks: pack, then component, then version. */
export async function pickPackagedVersion(services: Services, title: string): Promise<string | undefined> {
  const packId = await packIdOf(services, undefined, { title, none: t("There are no integration packs.") });
  if (packId === undefined) return undefined;
  const backend = await services.backend.get();
  const pack = await backend.getPack(packId);
  const componentId = await pickComponent(title, pack);
  return componentId === undefined ? undefined : pickVersion(title, backend, componentId);
}

function pickComponent(title: string, pack: IntegrationPack): Promise<string | undefined> {
  const picks = pack.components.map(({ componentId, componentName, currentVersion }) => ({
    label: withoutIcons(componentName),
    description: withoutIcons(currentVersion),
    value: componentId,
  }));
  return pick(title, picks, t('"{0}" has no components.', pack.name));
}

async function pickVersion(
  title: string,
  backend: Backend,
  componentId: string,
): Promise<string | undefined> {
  const versions = (await backend.listVersions([componentId])).get(componentId) ?? [];
  const picks = versions.map(({ packageId, packageVersion, createdBy, notes }) => ({
    label: withoutIcons(packageVersion),
    description: withoutIcons(createdBy),
    detail: withoutIcons(notes),
    value: packageId,
  }));
  return pick(title, picks, t("This component has no packaged versions."));
}

/** Asks for one of the values; says why when there is none to choose. */
export async function pick<T>(
  title: string,
  picks: readonly ValuePick<T>[],
  none: string,
): Promise<T | undefined> {
  if (picks.length === 0) {
    void showInformation(none);
    return undefined;
  }
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(picks, options))?.value;
}
