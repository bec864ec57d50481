import * as l10n from "@vscode/l10n";
import { formatDeepLink } from "../../link/deepLink.ts";
import { changeNotes } from "../../release/changeNotes.ts";
import { changesBetween, type ReleasedByPlan } from "../releasedByPlan.ts";
import type { ComponentVersions } from "../../release/release.ts";
import { versionChanges, type KnownVersions, type VersionChange } from "../../release/versionChange.ts";
import { markdownQuotation, markdownText } from "../../text/markdown.ts";
import { utcText } from "../../text/utcText.ts";
import { plannedVersions } from "../check/isAlreadySo.ts";
import type { PlannedPack, ReleasePlan } from "../releasePlan.ts";
import { describePlanDate } from "./describePlan.ts";

/** The content of the release notes of a plan. */
interface NotedPlan extends Pick<ReleasePlan, "name" | "notes"> {
  /** The state of the plan as a sentence, such as its date. */
  readonly state: string;
  readonly packs: readonly NotedPack[];
}

interface NotedPack {
  readonly name: string;
  readonly changes: readonly VersionChange[];
  /** Opens the pack in VS Code. */
  readonly link?: string;
}

/**
 * Formats the release notes of a whole plan as Markdown: for each pack, what changes, with the notes of every version in
 * between. `known`: the packaged versions of its components, as far as they are known. `links`: whether each pack has a link that
 * opens it in VS Code.
 */
export function planNotes(
  plan: ReleasePlan,
  known: KnownVersions,
  { links = false }: { readonly links?: boolean } = {},
): string {
  return formatNotes({
    ...plan,
    state: l10n.t("Released: {0}", describePlanDate(plan)),
    packs: plan.packs.map((pack) => ({
      name: pack.name,
      changes: plannedVersionChanges(pack, known),
      ...(links && { link: formatDeepLink({ kind: "pack", packId: pack.packId }) }),
    })),
  });
}

/** Formats the release notes of a plan that was applied: of the packs that were released under it, in the order of the releases. */
export function appliedPlanNotes(released: readonly ReleasedByPlan[], known: KnownVersions): string {
  const inOrder = released.toReversed();
  const first = inOrder[0]?.past.release;
  return formatNotes({
    ...(first?.plan?.name !== undefined && { name: first.plan.name }),
    state: first ? l10n.t("Released {0}.", utcText(first.releasedAt)) : "",
    packs: inOrder.map(({ pack, past }) => ({ name: pack.name, changes: changesBetween(past, known) })),
  });
}

/** The ids of the components of all packs, each once: those whose versions `planNotes` needs. */
export function plannedComponentIds({ packs }: Pick<ReleasePlan, "packs">): string[] {
  return [...new Set(packs.flatMap(({ components }) => components.map(({ componentId }) => componentId)))];
}

/** The versions that the plan expects before it is applied, without the components that were never released. */
export function versionsBeforePlan({ components }: PlannedPack): ComponentVersions {
  return Object.fromEntries(
    components.flatMap(({ componentId, from }) => (from === "" ? [] : [[componentId, from] as const])),
  );
}

function formatNotes({ name, notes = "", state, packs }: NotedPlan): string {
  const sections = [
    `# ${l10n.t("Release Notes: {0}", markdownText(name ?? l10n.t("Release Plan")))}`,
    ...(notes.trim() === "" ? [] : [markdownQuotation(notes.trim())]),
    markdownText(state),
    ...packs.flatMap((pack) => [
      `## ${markdownText(pack.name)}`,
      ...(pack.link === undefined ? [] : [l10n.t("Open in VS Code: {0}", `<${pack.link}>`)]),
      ...changeNotes(pack.changes, "###"),
    ]),
  ];
  return `${sections.join("\n\n")}\n`;
}

function plannedVersionChanges(pack: PlannedPack, known: KnownVersions): VersionChange[] {
  const names = new Map(pack.components.map(({ componentId, name }) => [componentId, name]));
  return versionChanges(versionsBeforePlan(pack), plannedVersions(pack), known).map((change) => {
    const isKnown = (known.get(change.componentId)?.length ?? 0) > 0;
    const planned = names.get(change.componentId) ?? "";
    return isKnown || planned === "" ? change : { ...change, componentName: planned };
  });
}
