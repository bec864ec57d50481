import type { Backend } from "../../backend/backend.ts";
import type { PackComponent } from "../../model/pack/pack.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { preselectedVersion } from "../../model/release/preselectedVersions.ts";
import { ComponentItem } from "../../views/packs/componentItem.ts";
import type { Services } from "../command.ts";
import { rowSubject } from "./rowSubject.ts";

/**
 * The packaged version that a command is about: the one with the id that code passes, the row's, or the one whose id `ask`
 * asks a person for. A component's row stands for the version that a release would carry. Resolves to nothing when the
 * person cancels or the component has no version.
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

/** The version of the component that a release would carry; the current one of a component that leaves; else the newest. */
async function versionToRelease(
  backend: Backend,
  component: PackComponent,
): Promise<PackagedVersion | undefined> {
  const { componentId, deleted, currentVersion } = component;
  const wanted = deleted ? currentVersion : preselectedVersion(component);
  const versions = (await backend.listVersions([componentId])).get(componentId) ?? [];
  return versions.find(({ packageVersion }) => packageVersion === wanted) ?? versions[0];
}
