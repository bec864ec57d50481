import * as l10n from "@vscode/l10n";
import { errors, IntegrationPacksError } from "./errors.ts";

/** Creates the errors of packs and their components. */
export const packErrors = {
  packNotFound: (packId: string) =>
    errors.notFound(
      l10n.t(
        'There is no integration pack with the ID "{0}". Refresh the list and choose another one.',
        packId,
      ),
    ),
  componentNotInPack: (componentId: string, packName: string) =>
    errors.notFound(
      l10n.t(
        '"{1}" has no component with the ID "{0}". Leave it out of the request, or add it to the pack first.',
        componentId,
        packName,
      ),
    ),
  leavingUnclear: (packName: string) =>
    errors.invalidRequest(
      l10n.t(
        'Boomi marks components of "{0}" as deleted without saying which ones leave with the next release. Nothing was sent, so that none is removed by mistake. Open the release wizard of the pack, say which ones leave, then retry.',
        packName,
      ),
    ),
  incompletePack: (packName: string) =>
    new IntegrationPacksError(
      "Unreachable",
      l10n.t(
        'The answer about "{0}" does not contain all of its components. Nothing was sent, so that none is removed by mistake. Refresh, then retry.',
        packName,
      ),
    ),
  emptyPack: (packName: string) =>
    errors.invalidRequest(
      l10n.t('"{0}" has no components. Add a packaged component before you release it.', packName),
    ),
  multiCannotBeRenamed: (packName: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" has multiple attachments, so its name cannot be changed. Change its description only.',
        packName,
      ),
    ),
  noComponentChosen: () =>
    errors.invalidRequest(l10n.t("No component is chosen. Choose at least one to add.")),
  componentAlreadyInPack: (componentName: string, packName: string) =>
    errors.invalidRequest(l10n.t('"{0}" is in "{1}" already. Leave it out.', componentName, packName)),
  componentMarkedDeleted: (componentName: string, packName: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" is in "{1}" already, marked Deleted. Undelete it instead of adding it.',
        componentName,
        packName,
      ),
    ),
  apiServiceInMulti: (componentName: string, packName: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" is an API Service component, and "{1}" has multiple attachments. Add it to a pack with a single attachment.',
        componentName,
        packName,
      ),
    ),
  noShareableVersion: (componentName: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" has no shareable version. Package one and allow sharing before you add the component.',
        componentName,
      ),
    ),
  tooManyComponents: (packName: string, maximum: number, room: number) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" can have at most {1} components and has room for {2} more. Choose fewer.',
        packName,
        maximum,
        room,
      ),
    ),
  notMarkedDeleted: (componentName: string) =>
    errors.invalidRequest(
      l10n.t('"{0}" is not marked Deleted, so there is nothing to undelete.', componentName),
    ),
};
