import type { Backend } from "../../backend/backend.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { pick } from "./pick.ts";
import type { Question } from "./question.ts";

/** Asks for a packaged version of the component. Resolves to its package id, or to nothing when the person cancels. */
export async function pickVersion(
  backend: Backend,
  componentId: string,
  { title, offer = () => true, none }: Question<PackagedVersion>,
): Promise<string | undefined> {
  const versions = (await backend.listVersions([componentId])).get(componentId) ?? [];
  const picks = versions.filter(offer).map(({ packageId, packageVersion, createdBy, notes }) => ({
    label: withoutIcons(packageVersion),
    description: withoutIcons(createdBy),
    detail: withoutIcons(notes),
    value: packageId,
  }));
  return pick(title, picks, none);
}
