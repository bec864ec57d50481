import { t } from "@vscode/l10n";
import type { PackComponent } from "../../model/pack/pack.ts";
import type { Call, Services } from "../command.ts";
import { packIdOf } from "./packIdOf.ts";
import { pickComponent } from "./pickComponent.ts";
import type { Question } from "./question.ts";
import { rowSubject } from "./rowSubject.ts";
import { textArgument } from "./textArgument.ts";

/**
 * The component that a command is about, and its pack: from code, from the row, or picked by a person. Nothing when the
 * person cancels.
 *
 * @throws `NotFound`
 */
export async function componentOf(
  services: Services,
  { args }: Call,
  question: Question<PackComponent>,
): Promise<{ packId: string; componentId: string } | undefined> {
  const packId = await packIdOf(services, args[0], {
    title: question.title,
    offer: ({ componentCount }) => componentCount > 0,
    none: t("No integration pack has components."),
  });
  if (packId === undefined) return undefined;
  const given = rowSubject(args[0]).componentId ?? textArgument(args, 1);
  if (given !== undefined) return { packId, componentId: given };
  const pack = await (await services.backend.get()).getPack(packId);
  const componentId = await pickComponent(pack, question);
  return componentId === undefined ? undefined : { packId, componentId };
}
