import { t } from "@vscode/l10n";

/** The kinds of files that the dialogs for snapshots offer. */
export const snapshotFilters = { [t("Integration Packs Snapshot")]: ["integration-packs.json", "json"] };
