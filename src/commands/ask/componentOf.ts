import * as l10n from "@vscode/l10n";
import { packErrors } from "../../errors/packErrors.ts";
import type { IntegrationPack, PackComponent } from "../../model/pack/pack.ts";
import type { Call, Services } from "../command.ts";
import type { Chosen } from "../confirmation.ts";
import { packIdOf } from "./packIdOf.ts";
import { pickComponent } from "./pickComponent.ts";
import type { Question } from "./question.ts";
import { rowSubject } from "./rowSubject.ts";
import { textArgument } from "./textArgument.ts";

/** A component of a pack, and how a person chose it. */
export interface ChosenComponent extends Chosen {
  readonly packId: string;
  readonly componentId: string;
}

/** A question for one of the components of a pack. Its title names the pack. */
export interface ComponentQuestion extends Omit<Question<PackComponent>, "title"> {
  readonly title: string;
  readonly titleIn: (pack: IntegrationPack) => string;
}

/**
 * The component that a command is about, and its pack: from the arguments, from the row, or picked by a person. Nothing when
 * the person cancels.
 *
 * @throws `NotFound`
 */
export async function componentOf(
  services: Pick<Services, "backend">,
  { args, onRow }: Call,
  { title, titleIn, ...question }: ComponentQuestion,
): Promise<ChosenComponent | undefined> {
  const packId = await packIdOf(services, args[0], {
    title,
    offer: ({ componentCount }) => componentCount > 0,
    none: l10n.t("No integration pack has components."),
  });
  if (packId === undefined) return undefined;
  const given = rowSubject(args[0]).componentId ?? textArgument(args, 1);
  if (given !== undefined) return { packId, componentId: given, chosen: onRow };
  const pack = await (await services.backend.get()).getPack(packId);
  const picked = await pickComponent(pack, { ...question, title: titleIn(pack) });
  return picked && { packId, componentId: picked.value, chosen: picked.confirmed };
}

/** The names of a pack and of its component, for a question. @throws `NotFound` */
export async function namesOf(
  { backend }: Pick<Services, "backend">,
  { packId, componentId }: ChosenComponent,
): Promise<{ packName: string; componentName: string }> {
  const { name, components } = await (await backend.get()).getPack(packId);
  const component = components.find((each) => each.componentId === componentId);
  if (!component) throw packErrors.componentNotInPack(componentId, name);
  return { packName: name, componentName: component.componentName };
}
