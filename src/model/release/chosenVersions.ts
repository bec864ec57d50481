import { packErrors } from "../../errors/packErrors.ts";
import { releaseErrors } from "../../errors/releaseErrors.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import { checkUndoubted } from "../pack/packRules.ts";
import { canBeChosen, type Availability, type FindVersion } from "../pack/packagedVersion.ts";
import { versionIn, type ComponentVersions } from "./release.ts";

/**
 * The chosen version of every component that stays in the pack, checked. A component that `requested` leaves out has none.
 *
 * @throws `InvalidRequest` or `Unreachable` when it is in doubt what the pack contains; `InvalidRequest` when the pack is
 * empty, a version is not shareable or deleted, or a component has none; `NotFound` for a component that is not in the pack
 * or a version it does not have
 */
export function chosenVersions(
  pack: IntegrationPack,
  requested: ComponentVersions,
  findVersion: FindVersion<Availability>,
): ComponentVersions {
  checkUndoubted(pack);
  if (pack.components.length === 0) throw packErrors.emptyPack(pack.name);
  const components = new Map(pack.components.map((component) => [component.componentId, component]));
  for (const componentId of Object.keys(requested)) {
    const component = components.get(componentId);
    if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
    if (component.deleted) throw releaseErrors.componentLeaves(component.componentName);
  }
  return Object.fromEntries(
    pack.components
      .filter(({ deleted }) => !deleted)
      .map((component) => {
        const chosen = versionIn(requested, component.componentId) ?? "";
        checkVersion(component, chosen, findVersion);
        return [component.componentId, chosen];
      }),
  );
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
