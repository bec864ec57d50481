import type { PackComponent } from "../../../model/pack/pack.ts";
import type { ReleaseAttempt } from "../records/releaseAttempt.ts";

/** Whether the pack has exactly the versions of the release, and what was to leave has left. */
export function isReleased(
  components: readonly PackComponent[],
  { versions, removed }: Pick<ReleaseAttempt, "versions" | "removed">,
): boolean {
  const current = new Map(components.map((component) => [component.componentId, component.currentVersion]));
  return (
    Object.entries(versions).every(([componentId, version]) => current.get(componentId) === version) &&
    !removed.some((componentId) => current.has(componentId))
  );
}
