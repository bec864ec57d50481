import type { IntegrationPack, PackComponent } from "../../model/pack/pack.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { pick } from "./pick.ts";
import type { Question } from "./question.ts";

/** Asks for a component of the pack. Resolves to its id, or to nothing when the person cancels. */
export function pickComponent(
  { components }: IntegrationPack,
  { title, offer = () => true, none }: Question<PackComponent>,
): Promise<string | undefined> {
  const picks = components.filter(offer).map(({ componentId, componentName, currentVersion }) => ({
    label: withoutIcons(componentName),
    description: withoutIcons(currentVersion),
    value: componentId,
  }));
  return pick(title, picks, none);
}
