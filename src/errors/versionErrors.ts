import * as l10n from "@vscode/l10n";
import { listed } from "../base/language.ts";
import { errors } from "./errors.ts";

/** Creates the errors of components and their packaged versions. */
export const versionErrors = {
  componentNotFound: (componentId: string) =>
    errors.notFound(
      l10n.t(
        'There is no component with the ID "{0}". Refresh the list and choose another one.',
        componentId,
      ),
    ),
  packagedVersionNotFound: (packageId: string) =>
    errors.notFound(
      l10n.t(
        'There is no packaged component with the ID "{0}". Refresh the list and choose another one.',
        packageId,
      ),
    ),
  versionNotFound: (version: string, componentName: string) =>
    errors.notFound(
      l10n.t('"{1}" has no packaged version "{0}". Choose one of its versions.', version, componentName),
    ),
  includedComponentNotFound: (componentId: string, packageId: string) =>
    errors.notFound(
      l10n.t('The packaged component "{1}" includes no component with the ID "{0}".', componentId, packageId),
    ),
  versionDeleted: (version: string, componentName: string) =>
    errors.invalidRequest(
      l10n.t('Version "{0}" of "{1}" is deleted. Choose another version.', version, componentName),
    ),
  versionNotShareable: (version: string, componentName: string) =>
    errors.invalidRequest(
      l10n.t(
        'Version "{0}" of "{1}" is not shareable. Choose a shareable version, or allow sharing when you package it.',
        version,
        componentName,
      ),
    ),
  versionInUse: (version: string, componentName: string, packNames: readonly string[]) =>
    errors.invalidRequest(
      l10n.t(
        'Version "{0}" of "{1}" cannot be deleted: it is released, pending or scheduled in {2}. Choose another version there first.',
        version,
        componentName,
        listed(packNames.map((name) => `"${name}"`)),
      ),
    ),
  versionAlreadyDeleted: (version: string, componentName: string) =>
    errors.invalidRequest(l10n.t('Version "{0}" of "{1}" is deleted already.', version, componentName)),
  versionNotDeleted: (version: string, componentName: string) =>
    errors.invalidRequest(
      l10n.t(
        'Version "{0}" of "{1}" is not deleted, so there is nothing to restore.',
        version,
        componentName,
      ),
    ),
  versionsOfDifferentComponents: () =>
    errors.invalidRequest(
      l10n.t(
        "The two packaged versions belong to different components. Choose two versions of the same component.",
      ),
    ),
};
