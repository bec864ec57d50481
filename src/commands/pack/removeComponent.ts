import { t } from "@vscode/l10n";
import type { PackComponent } from "../../model/pack/pack.ts";
import { showInformation } from "../../ui/notifications.ts";
import type { Call, Services } from "../command.ts";
import { facetOf } from "../../session/facetOf.ts";
import { packIdOf, pickComponent } from "../ask/pickers.ts";
import { rowSubject, textArgument } from "../ask/rowSubject.ts";

/** Takes a component out of a pack: a released one with the next release, another one at once (rule 3). */
export async function removeComponent(services: Services, call: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const found = await componentOf(services, call, {
    title: t("Remove Component"),
    offer: ({ deleted }) => !deleted,
    none: t("This pack has no component that could be removed."),
  });
  if (!found) return;
  const { packId, componentId } = found;
  await editing.removeComponent(packId, componentId);
  services.log.info(`Removed component ${componentId} from pack ${packId}`);
  if (call.byPerson) await tellRemoved(services, packId, componentId);
}

/** Keeps a component that was marked Deleted (rule 3). */
export async function undeleteComponent(services: Services, call: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const found = await componentOf(services, call, {
    title: t("Undelete Component"),
    offer: ({ deleted }) => deleted,
    none: t("This pack has no component that is marked Deleted."),
  });
  if (!found) return;
  await editing.undeleteComponent(found.packId, found.componentId);
  services.log.info(`Undeleted component ${found.componentId} of pack ${found.packId}`);
}

async function tellRemoved(services: Services, packId: string, componentId: string): Promise<void> {
  const pack = await (await services.backend.get()).getPack(packId);
  const marked = pack.components.find((component) => component.componentId === componentId);
  if (marked) {
    void showInformation(t('"{0}" leaves "{1}" with the next release.', marked.componentName, pack.name), {
      title: t("Undelete"),
      run: () => undeleteComponent(services, { byPerson: false, args: [packId, componentId] }),
    });
  } else if (pack.components.length === 0) {
    void showInformation(t('"{0}" has no components now and cannot be released.', pack.name));
  }
}

interface ComponentQuestion {
  readonly title: string;
  readonly offer: (component: PackComponent) => boolean;
  readonly none: string;
}

/** The pack and the component that a command is about; nothing when the person cancels. @throws `NotFound` */
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
