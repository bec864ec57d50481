import * as l10n from "@vscode/l10n";
import { statSync } from "node:fs";
import { openLocalBackend, type LocalBackend } from "../../backend/local/localBackend.ts";
import { systemUserName } from "../../backend/systemUser.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { UsageError } from "../usageError.ts";

/** Opens an existing store. @throws `UsageError` where there is none, `StoreUnavailable` */
export function openStore(file: string, surroundings: Pick<Surroundings, "clock">): Promise<LocalBackend> {
  if (isMissing(file)) {
    throw new UsageError(
      l10n.t('There is no store "{0}".', file),
      l10n.t('Name an existing one with --store. Only "integration-packs import" makes a new one.'),
    );
  }
  return openOrCreateStore(file, surroundings);
}

/** Opens a store, or creates it. Its folder exists. @throws `StoreUnavailable` */
export function openOrCreateStore(
  file: string,
  { clock }: Pick<Surroundings, "clock">,
): Promise<LocalBackend> {
  return openLocalBackend({ file, user: systemUserName(), clock });
}

/** An empty file is no store either: opening it would make one. */
function isMissing(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}
