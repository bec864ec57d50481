import * as l10n from "@vscode/l10n";
import type { IntegrationPack, PackComponent } from "../../model/pack/pack.ts";
import type { Answer } from "../../ui/ask/confirmed.ts";
import { pick } from "../../ui/ask/pick.ts";
import { componentState } from "../../views/packs/componentState.ts";
import type { Question } from "./question.ts";

/** Asks for a component of the pack. Resolves to its id; to nothing when the person cancels. */
export function pickComponent(
  { components }: IntegrationPack,
  { title, offer = () => true, none }: Question<PackComponent>,
): Promise<Answer<string> | undefined> {
  const picks = components.filter(offer).map((component) => ({
    label: component.componentName,
    description: componentState(component),
    value: component.componentId,
  }));
  return pick(title, picks, none, l10n.t("Select a component"));
}
