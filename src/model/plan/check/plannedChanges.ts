import { changeKind } from "../../release/changeKind.ts";
import type { PlannableVersions } from "../plannableVersion.ts";
import { findKnownVersion } from "../findKnownVersion.ts";
import type { PlannedComponent } from "../releasePlan.ts";
import type { PlannedChange } from "./planCheck.ts";

/** What a plan would do to each component. `names`: the present names of components by id, as far as they are known. */
export function plannedChanges(
  components: readonly PlannedComponent[],
  versions: PlannableVersions,
  names: ReadonlyMap<string, string>,
): PlannedChange[] {
  return components.map(({ componentId, name, from, to }) => {
    const before = findKnownVersion(versions, componentId, from);
    const after = findKnownVersion(versions, componentId, to ?? "");
    return {
      componentId,
      name: names.get(componentId) ?? name,
      kind: changeKind(from, to ?? "", before, after),
      from,
      to,
      branch: after?.branchName ?? "",
    };
  });
}
