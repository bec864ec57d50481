import * as l10n from "@vscode/l10n";
import { formatDeepLink } from "../../link/deepLink.ts";
import { changeNotes } from "../../release/changeNotes.ts";
import type { ComponentVersions } from "../../release/release.ts";
import { versionChanges, type KnownVersions, type VersionChange } from "../../release/versionChange.ts";
import { markdownQuotation, markdownText } from "../../text/markdown.ts";
import { plannedVersions } from "../check/isAlreadySo.ts";
import type { PlannedPack, ReleasePlan } from "../releasePlan.ts";
import { describePlanDate } from "./describePlan.ts";

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
  const notes = plan.notes?.trim() ?? "";
  const sections = [
    `# ${l10n.t("Release Notes: {0}", markdownText(plan.name ?? l10n.t("Release Plan")))}`,
    ...(notes === "" ? [] : [markdownQuotation(notes)]),
    l10n.t("Released: {0}", markdownText(describePlanDate(plan))),
    ...plan.packs.flatMap((pack) => [
      `## ${markdownText(pack.name)}`,
      ...(links
        ? [l10n.t("Open in VS Code: {0}", `<${formatDeepLink({ kind: "pack", packId: pack.packId })}>`)]
        : []),
      ...changeNotes(plannedVersionChanges(pack, known), "###"),
    ]),
  ];
  return `${sections.join("\n\n")}\n`;
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

function plannedVersionChanges(pack: PlannedPack, known: KnownVersions): VersionChange[] {
  const names = new Map(pack.components.map(({ componentId, name }) => [componentId, name]));
  return versionChanges(versionsBeforePlan(pack), plannedVersions(pack), known).map((change) => {
    const isKnown = (known.get(change.componentId)?.length ?? 0) > 0;
    const planned = names.get(change.componentId) ?? "";
    return isKnown || planned === "" ? change : { ...change, componentName: planned };
  });
}
