import type { VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";
import { chosenVersions } from "./chosenVersions.ts";
import { packView, type PageState, type SavedPage } from "./pageState.ts";
import type { ReceivedState } from "./wizardState.ts";

/** The packaged versions that the page shows: those that were read, before that those that it showed before it was reloaded. */
export function shownVersions({
  versions,
  seenVersions,
}: Pick<ReceivedState, "versions" | "seenVersions">): VersionsOfComponents | undefined {
  return versions ?? seenVersions;
}

/** What the page stores: the user's choices, and the versions in the rows of its tables, so that nothing moves after a reload. */
export function savedPage(page: PageState): SavedPage {
  const versions = shownVersions(page.received);
  if (!versions) return page.stored;
  const texts = new Map<string, (string | undefined)[]>();
  for (const at of page.stored.packs.keys()) {
    const { stored } = packView(page, at);
    const chosen = chosenVersions(stored);
    for (const { componentId, currentVersion, latestVersion } of stored.shown?.pack.components ?? []) {
      const others = texts.get(componentId) ?? [];
      texts.set(componentId, [...others, currentVersion, latestVersion, chosen[componentId]]);
    }
  }
  const seen = [...texts].map(([componentId, shown]) => {
    const known = Object.hasOwn(versions, componentId) ? (versions[componentId] ?? []) : [];
    return [componentId, known.filter(({ packageVersion }) => shown.includes(packageVersion))] as const;
  });
  return { ...page.stored, seenVersions: Object.fromEntries(seen) };
}
