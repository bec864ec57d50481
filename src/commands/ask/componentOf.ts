import { t } from "@vscode/l10n";
import type { PackComponent } from "../../model/pack/pack.ts";
import type { Call, Services } from "../command.ts";
import { packIdOf, pickComponent } from "./pickers.ts";
import { rowSubject, textArgument } from "./rowSubject.ts";

interface ComponentQuestion {
  readonly title: string;
  /** Whether a component is offered. */
  readonly offer: (component: PackComponent) => boolean;
  /** The message when there is none to offer. */
  readonly none: string;
}

/**
 * The component that a command is about, and its pack: from code, from the row, or picked by a person. Nothing when the
 * person cancels.
 *
 * @throws `NotFound`
 */
export async function componentOf(
  services: Services,
  { args }: Call,
  { title, offer, none }: ComponentQuestion,
): Promise<{ packId: string; componentId: string } | undefined> {
  const packId = await packIdOf(services, args[0], {
    title,
    offer: ({ componentCount }) => componentCount > 0,
    none: t("No integration pack has components."),
  });
  if (packId === undefined) return undefined;
  const given = rowSubject(args[0]).componentId ?? textArgument(args, 1);
  if (given !== undefined) return { packId, componentId: given };
  const pack = await (await services.backend.get()).getPack(packId);
  const componentId = await pickComponent(title, pack, offer, none);
  return componentId === undefined ? undefined : { packId, componentId };
}
