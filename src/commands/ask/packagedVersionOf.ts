import type { BackendReads } from "../../backend/backendReads.ts";
import type { PackComponent } from "../../model/pack/pack.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { preselectedVersion } from "../../model/release/preselectedVersions.ts";
import { releaseBranch } from "../../ui/settings/settings.ts";
import { ComponentItem } from "../../views/packs/componentItem.ts";
import type { Services } from "../command.ts";
import { rowSubject } from "./rowSubject.ts";

/**
 * The packaged version that a command is about: from the arguments, from the row, or the one whose package id `ask` resolves to. The
 * row of a component stands for the version that a release would contain. Nothing when the person cancels or the component
 * has no version.
 *
 * @throws `NotFound`
 */
export async function packagedVersionOf(
  services: Pick<Services, "backend">,
  arg: unknown,
  ask: () => Promise<string | undefined>,
): Promise<PackagedVersion | undefined> {
  const backend = await services.backend.get();
  if (arg instanceof ComponentItem) return versionToRelease(backend, arg.component);
  const given = typeof arg === "string" ? arg : rowSubject(arg).packageId;
  const packageId = given ?? (await ask());
  return packageId === undefined ? undefined : backend.getVersion(packageId);
}

/** The version that a release would contain, or the current one of a component that is marked Deleted; else the newest. */
async function versionToRelease(
  backend: BackendReads,
  component: PackComponent,
): Promise<PackagedVersion | undefined> {
  const { componentId, deleted, currentVersion } = component;
  const versions = (await backend.listVersions([componentId])).get(componentId) ?? [];
  const basis = { releaseBranch: releaseBranch(), versionsOf: () => versions };
  const wanted = deleted ? currentVersion : preselectedVersion(component, basis);
  return versions.find(({ packageVersion }) => packageVersion === wanted) ?? versions[0];
}
