import { t } from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import type { IntegrationPack, PackComponent, PackSummary } from "../../model/pack/pack.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import type { Services } from "../command.ts";
import { rowSubject } from "./rowSubject.ts";
import { pick } from "./pick.ts";

interface PackQuestion {
  readonly title: string;
  /** Which packs are offered; all when left out. */
  readonly offer?: (pack: PackSummary) => boolean;
  /** What to say when there is none to offer. */
  readonly none: string;
}

/** The pack that a command is about: the id from code, the row's pack, or the one that the person picks; nothing when they cancel. */
export async function packIdOf(
  { backend }: Pick<Services, "backend">,
  arg: unknown,
  question: PackQuestion,
): Promise<string | undefined> {
  if (typeof arg === "string") return arg;
  const { packId } = rowSubject(arg);
  if (packId !== undefined) return packId;
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

/** The component of the pack that the person picks, of those that are offered. */
export function pickComponent(
  title: string,
  pack: IntegrationPack,
  offer: (component: PackComponent) => boolean = () => true,
  none = t('"{0}" has no components.', pack.name),
): Promise<string | undefined> {
  const picks = pack.components.filter(offer).map(({ componentId, componentName, currentVersion }) => ({
    label: withoutIcons(componentName),
    description: withoutIcons(currentVersion),
    value: componentId,
  }));
  return pick(title, picks, none);
}

/** The packaged version of the component that the person picks, of those that are offered. */
export async function pickVersion(
  title: string,
  backend: Backend,
  componentId: string,
  offer: (version: PackagedVersion) => boolean = () => true,
  none = t("This component has no packaged versions."),
): Promise<string | undefined> {
  const versions = (await backend.listVersions([componentId])).get(componentId) ?? [];
  const picks = versions.filter(offer).map(({ packageId, packageVersion, createdBy, notes }) => ({
    label: withoutIcons(packageVersion),
    description: withoutIcons(createdBy),
    detail: withoutIcons(notes),
    value: packageId,
  }));
  return pick(title, picks, none);
}
