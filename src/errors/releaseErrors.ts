import * as l10n from "@vscode/l10n";
import { errors, IntegrationPacksError } from "./errors.ts";

/** Creates the errors of releases. */
export const releaseErrors = {
  releaseNotFound: (releaseId: string, packName: string) =>
    errors.notFound(
      l10n.t(
        '"{1}" has no release with the ID "{0}". Refresh the list and choose another one.',
        releaseId,
        packName,
      ),
    ),
  noPreviousRelease: (packName: string) =>
    errors.invalidRequest(
      l10n.t('This is the first known release of "{0}". Choose a later one to compare or go back.', packName),
    ),
  componentLeaves: (componentName: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" is marked Deleted and leaves the pack with the next release. Undelete it before you choose a version.',
        componentName,
      ),
    ),
  noVersionChosen: (componentName: string) =>
    errors.invalidRequest(
      l10n.t('No version of "{0}" is chosen. Choose a shareable version.', componentName),
    ),
  componentCannotBeLeftOut: (componentName: string) =>
    errors.invalidRequest(
      l10n.t(
        'Only a component that was never released and has no chosen version can be left out. Choose a version of "{0}", or remove it from the pack.',
        componentName,
      ),
    ),
  nothingToRelease: (packName: string) =>
    new IntegrationPacksError(
      "NothingToRelease",
      l10n.t(
        'A release of "{0}" would change nothing: every component already has the chosen version. Choose another version first.',
        packName,
      ),
    ),
  conflict: (packName: string) =>
    new IntegrationPacksError(
      "Conflict",
      l10n.t(
        '"{0}" has changed since it was read. Nothing was released. Reload it, check what changed, and confirm again.',
        packName,
      ),
    ),
};
