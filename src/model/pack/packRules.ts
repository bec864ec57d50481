import { errors } from "../../errors/errors.ts";
import { packErrors } from "../../errors/packErrors.ts";
import { releaseErrors } from "../../errors/releaseErrors.ts";
import { versionErrors } from "../../errors/versionErrors.ts";
import { descriptionProblem, packNameProblem } from "./inputProblems.ts";
import {
  maximumComponents,
  type IntegrationPack,
  type NamedPack,
  type PackComponent,
  type PackProperties,
} from "./pack.ts";
import type { NewPack, PackEdit } from "./packEdit.ts";
import { canBeChosen, type Availability } from "./packagedVersion.ts";

// Rules 1 to 3 and 5 for changes to packs. Each check throws the error with which `PackEditingFacet` rejects.

/** A component to add to a pack, with its most recent shareable version, if it has one. */
export interface ComponentToAdd extends Pick<
  PackComponent,
  "componentId" | "componentName" | "componentType"
> {
  readonly latestVersion?: string | undefined;
}

/**
 * Checks a new pack (rule 1) and fills in its defaults. `others`: at least the packs with the same name.
 *
 * @throws `InvalidRequest`
 */
export function checkNewPack(pack: NewPack, others: readonly NamedPack[]): Required<NewPack> {
  throwProblem(packNameProblem(pack.name, others) ?? descriptionProblem(pack.description));
  return { ...pack, name: pack.name.trim(), deploymentModel: pack.deploymentModel ?? "packaged" };
}

/**
 * Checks an edit of a pack (rule 1) and drops values that stay the same. `others` as in `checkNewPack`.
 *
 * @throws `InvalidRequest`
 */
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

/** Checks that all the components can be added to the pack (rules 1 and 2). @throws `InvalidRequest` */
export function checkAddition(pack: IntegrationPack, added: readonly ComponentToAdd[]): void {
  if (added.length === 0) throw packErrors.noComponentChosen();
  for (const { componentId, componentName, componentType, latestVersion } of added) {
    const present = pack.components.find((component) => component.componentId === componentId);
    if (present?.deleted) throw packErrors.componentMarkedDeleted(componentName, pack.name);
    if (present) throw packErrors.componentAlreadyInPack(componentName, pack.name);
    if (!canContain(pack, componentType)) throw packErrors.apiServiceInMulti(componentName, pack.name);
    if (!latestVersion) throw packErrors.noShareableVersion(componentName);
  }
  const room = roomFor(pack.components.length);
  if (added.length > room) throw packErrors.tooManyComponents(pack.name, maximumComponents, room);
}

/** How many more components fit into a pack (rule 1). */
export function roomFor(componentCount: number): number {
  return Math.max(0, maximumComponents - componentCount);
}

/**
 * Whether the pack can contain a component of the type: no API Service components in packs with multiple attachments
 * (rule 1).
 */
export function canContain(
  { installationType }: Pick<PackProperties, "installationType">,
  componentType: PackComponent["componentType"],
): boolean {
  return installationType === "SINGLE" || componentType === "process";
}

/** Whether it is known what the pack contains. @throws `InvalidRequest` or `Unreachable` for a pack that is in doubt */
export function checkUndoubted({ name, doubt }: Pick<IntegrationPack, "name" | "doubt">): void {
  if (doubt === "leaving") throw packErrors.leavingUnclear(name);
  if (doubt === "incomplete") throw packErrors.incompletePack(name);
}

/** The pack's component with the id. @throws `NotFound` */
export function componentOf(pack: IntegrationPack, componentId: string): PackComponent {
  const component = pack.components.find((each) => each.componentId === componentId);
  if (!component) throw packErrors.componentNotInPack(componentId, pack.name);
  return component;
}

/** How the component is removed from its pack (rule 3): a released one is marked Deleted, any other is taken out at once. */
export function removalOf({ currentVersion }: PackComponent): "markDeleted" | "takeOut" {
  return currentVersion === "" ? "takeOut" : "markDeleted";
}

/** Checks that the component can be undeleted (rule 3). @throws `InvalidRequest` */
export function checkUndelete(component: PackComponent): void {
  if (!component.deleted) throw packErrors.notMarkedDeleted(component.componentName);
}

/**
 * Checks that the version can be pending for the component (rule 5); `""`: no version. `found`: the version, if it
 * exists.
 *
 * @throws `NotFound`, `InvalidRequest`
 */
export function checkPendingVersion(
  component: PackComponent,
  packageVersion: string,
  found: Availability | undefined,
): void {
  const { componentName, currentVersion, deleted } = component;
  if (deleted) throw releaseErrors.componentLeaves(componentName);
  if (packageVersion === "") return;
  if (!found) throw versionErrors.versionNotFound(packageVersion, componentName);
  if (packageVersion === currentVersion) return;
  if (found.deleted) throw versionErrors.versionDeleted(packageVersion, componentName);
  if (!canBeChosen(found)) throw versionErrors.versionNotShareable(packageVersion, componentName);
}

/** Throws the problem that a check found, if any. @throws `InvalidRequest` */
export function throwProblem(problem: string | undefined): void {
  if (problem !== undefined) throw errors.invalidRequest(problem);
}
