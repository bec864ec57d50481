import { errors } from "../../errors/errors.ts";
import { packErrors } from "../../errors/packErrors.ts";
import { releaseErrors } from "../../errors/releaseErrors.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import { descriptionProblem, packNameProblem } from "./inputProblems.ts";
import { maximumComponents, type IntegrationPack, type PackComponent, type PackProperties } from "./pack.ts";
import type { NewPack, PackEdit } from "./packEdit.ts";
import { canBeChosen, type PackagedVersion } from "./packagedVersion.ts";

// Rules 1 to 3 for whoever changes a pack: each function throws what the backend's facet promises to reject with.

type NamedPack = Pick<PackProperties, "packId" | "name">;

/** A component that is to be added, with its most recent shareable version, if it has one. */
export interface ComponentToAdd extends Pick<
  PackComponent,
  "componentId" | "componentName" | "componentType"
> {
  readonly latestVersion?: string | undefined;
}

/** Rule 1: the pack as it is to be made. `others`: at least the packs whose name could be the same. @throws `InvalidRequest` */
export function checkNewPack(pack: NewPack, others: readonly NamedPack[]): Required<NewPack> {
  throwProblem(packNameProblem(pack.name, others) ?? descriptionProblem(pack.description));
  return { ...pack, name: pack.name.trim(), deploymentModel: pack.deploymentModel ?? "packaged" };
}

/** Rule 1: what is to be changed, without what is already so. `others` as in `checkNewPack`. @throws `InvalidRequest` */
export function checkPackEdit(pack: PackProperties, edit: PackEdit, others: readonly NamedPack[]): PackEdit {
  const name = edit.name?.trim() ?? pack.name;
  const description = edit.description ?? pack.description;
  const isRenamed = name !== pack.name;
  if (isRenamed) {
    if (pack.installationType === "MULTI") throw packErrors.multiCannotBeRenamed(pack.name);
    throwProblem(packNameProblem(name, others, pack.packId));
  }
  const isDescribed = description !== pack.description;
  if (isDescribed) throwProblem(descriptionProblem(description));
  return { ...(isRenamed && { name }), ...(isDescribed && { description }) };
}

/** Rules 1 and 2: whether the pack may get all of the components. @throws `InvalidRequest` */
export function checkAddition(pack: IntegrationPack, added: readonly ComponentToAdd[]): void {
  if (added.length === 0) throw packErrors.noComponentChosen();
  for (const { componentId, componentName, componentType, latestVersion } of added) {
    const present = pack.components.find((component) => component.componentId === componentId);
    if (present?.deleted) throw packErrors.componentMarkedDeleted(componentName, pack.name);
    if (present) throw packErrors.componentAlreadyInPack(componentName, pack.name);
    if (!mayHold(pack, componentType)) throw packErrors.apiServiceInMulti(componentName, pack.name);
    if (!latestVersion) throw packErrors.noShareableVersion(componentName);
  }
  const room = maximumComponents - pack.components.length;
  if (added.length > room)
    throw packErrors.tooManyComponents(pack.name, maximumComponents, Math.max(0, room));
}

/** Rule 1: a pack with multiple attachments cannot hold API Service components. */
export function mayHold(
  { installationType }: Pick<PackProperties, "installationType">,
  componentType: PackComponent["componentType"],
): boolean {
  return installationType === "SINGLE" || componentType === "process";
}

/** The component of the pack. @throws `NotFound` */
export function componentOf(pack: IntegrationPack, componentId: string): PackComponent {
  const component = pack.components.find((each) => each.componentId === componentId);
  if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
  return component;
}

/** Rule 3: what removing the component does: a released one is marked Deleted, another one leaves at once. */
export function removalOf({ currentVersion }: PackComponent): "marked" | "takenOut" {
  return currentVersion === "" ? "takenOut" : "marked";
}

/** Rule 3: whether the component can be undeleted. @throws `InvalidRequest` */
export function checkUndelete(component: PackComponent): void {
  if (!component.deleted) throw packErrors.notMarkedDeleted(component.componentName);
}

/** Rule 5: whether the version can be pending for the component; `""` is none. @throws `NotFound`, `InvalidRequest` */
export function checkPendingVersion(
  component: PackComponent,
  packageVersion: string,
  found: Pick<PackagedVersion, "shareable" | "deleted"> | undefined,
): void {
  const { componentName, currentVersion, deleted } = component;
  if (deleted) throw releaseErrors.componentLeaves(componentName);
  if (packageVersion === "") return;
  if (!found) throw versionErrors.versionNotFound(packageVersion, componentName);
  if (packageVersion === currentVersion) return;
  if (found.deleted) throw versionErrors.versionDeleted(packageVersion, componentName);
  if (!canBeChosen(found)) throw versionErrors.versionNotShareable(packageVersion, componentName);
}

/** @throws `InvalidRequest` with the sentence, when there is one */
export function throwProblem(problem: string | undefined): void {
  if (problem !== undefined) throw errors.invalidRequest(problem);
}
