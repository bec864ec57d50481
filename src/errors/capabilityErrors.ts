import * as l10n from "@vscode/l10n";
import { errors } from "./errors.ts";

/** Creates the error of each facet and optional method that the current backend does not support. */
export const capabilityErrors = {
  schedules: () => errors.unsupported(l10n.t("This backend cannot schedule releases.")),
  editing: () =>
    errors.unsupported(
      l10n.t(
        "Integration packs cannot be created or changed here. Do it on the platform, or choose the local store.",
      ),
    ),
  accountGroups: () =>
    errors.unsupported(l10n.t("Integration packs are not shared with account groups here.")),
  managedAccounts: () =>
    errors.unsupported(
      l10n.t(
        "Account groups, accounts and what is installed in them are not managed here. Do it on the platform, or choose the local store.",
      ),
    ),
  packaging: () =>
    errors.unsupported(
      l10n.t(
        "Versions of components are not packaged, deleted or restored here. Choose the local store or the Boomi Platform with Select Backend…",
      ),
    ),
  snapshots: () =>
    errors.unsupported(
      l10n.t(
        "Only the local store can be saved to and loaded from a snapshot. Choose it with Select Backend…",
      ),
    ),
  setPendingVersion: () =>
    errors.unsupported(
      l10n.t("No pending version can be set here. Choose the version in the release wizard."),
    ),
  applyPendingUpdate: () =>
    errors.unsupported(
      l10n.t("Accounts apply pending updates themselves; this backend cannot do it for them."),
    ),
};
