import { packErrors } from "../../errors/packErrors.ts";
import { releaseErrors } from "../../errors/releaseErrors.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import { checkUndoubted } from "../pack/packRules.ts";
import { canBeChosen, type Availability, type FindVersion } from "../pack/packagedVersion.ts";
import { versionIn, type ComponentVersions } from "./release.ts";

/**
 * The chosen version of every component that is in the release, checked: all that stay in the pack, but the `leftOut` ones,
 * which were never released. A component that `requested` does not name has none.
 *
 * @throws `InvalidRequest` or `Unreachable` when it is in doubt what the pack contains; `InvalidRequest` when the pack is
 * empty, a version is not shareable or deleted, a component has none, or a component that was released, leaves or has a
 * version is left out; `NotFound` for a component that is not in the pack or a version it does not have
 */
export function chosenVersions(
  pack: IntegrationPack,
  requested: ComponentVersions,
  findVersion: FindVersion<Availability>,
  leftOut: readonly string[] = [],
): ComponentVersions {
  checkUndoubted(pack);
  if (pack.components.length === 0) throw packErrors.emptyPack(pack.name);
  const components = new Map(pack.components.map((component) => [component.componentId, component]));
  for (const componentId of Object.keys(requested)) {
    const component = components.get(componentId);
    if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
    if (component.deleted) throw releaseErrors.componentLeaves(component.componentName);
  }
  for (const componentId of leftOut) {
    const component = components.get(componentId);
    if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
    checkLeftOut(component, requested);
  }
  return Object.fromEntries(
    pack.components
      .filter(({ componentId, deleted }) => !deleted && !leftOut.includes(componentId))
      .map((component) => {
        const chosen = versionIn(requested, component.componentId) ?? "";
        checkVersion(component, chosen, findVersion);
        return [component.componentId, chosen];
      }),
  );
}

/** @throws `InvalidRequest` when the release must contain the component */
function checkLeftOut(
  { componentId, componentName, currentVersion, deleted }: PackComponent,
  requested: ComponentVersions,
): void {
  if (deleted) throw releaseErrors.componentLeaves(componentName);
  if (currentVersion !== "" || versionIn(requested, componentId) !== undefined) {
    throw releaseErrors.componentCannotBeLeftOut(componentName);
  }
}

/** @throws as `chosenVersions` when the version cannot be released */
function checkVersion(
  { componentId, componentName, currentVersion }: PackComponent,
  chosen: string,
  findVersion: FindVersion<Availability>,
): void {
  if (chosen === "") throw releaseErrors.noVersionChosen(componentName);
  if (chosen === currentVersion) return;
  const version = findVersion(componentId, chosen);
  if (!version) throw versionErrors.versionNotFound(chosen, componentName);
  if (version.deleted) throw versionErrors.versionDeleted(chosen, componentName);
  if (!canBeChosen(version)) throw versionErrors.versionNotShareable(chosen, componentName);
}
