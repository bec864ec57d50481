import * as l10n from "@vscode/l10n";

/** The kinds of files that the dialogs for snapshots offer. */
export const snapshotFilters = { [l10n.t("Integration Packs Snapshot")]: ["integration-packs.json", "json"] };
