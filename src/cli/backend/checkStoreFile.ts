import * as l10n from "@vscode/l10n";
import { statSync } from "node:fs";
import { UsageError } from "../usageError.ts";

/** Checks that there is a store: opening a missing or empty file would make one. @throws `UsageError` */
export function checkStoreFile(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  throw new UsageError(
    l10n.t('There is no store "{0}".', file),
    l10n.t('Name an existing one with --store. Only "integration-packs import" makes a new one.'),
  );
}
