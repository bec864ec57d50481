import * as l10n from "@vscode/l10n";
import { parseSnapshot } from "../../model/snapshot/parseSnapshot.ts";
import { backendChoice } from "../backend/backendChoice.ts";
import { openStore } from "../backend/openStore.ts";
import { checkClock } from "../checkClock.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { readText } from "../files/readText.ts";
import { blockReport } from "../format/block.ts";
import { isConfirmed } from "../terminal/isConfirmed.ts";
import { notConfirmed } from "../terminal/notConfirmed.ts";
import { asUsage, UsageError } from "../usageError.ts";

/** A store whose content was replaced, in JSON. */
export interface ImportReport {
  readonly formatVersion: 1;
  readonly packCount: number;
  /** The path of the backup of the earlier content; left out where the store was empty. */
  readonly backup?: string;
}

/** Replaces the whole content of a local store by a snapshot. */
export const importSnapshot: RunCommand = async ({ parameters: [file = ""], options, surroundings }) => {
  const choice = backendChoice(options, surroundings);
  if (choice.backend !== "local") throw onlyLocal();
  const text = await readText(file, surroundings);
  const snapshot = await asUsage(() => parseSnapshot(text));
  checkClock(surroundings.clock());
  const packCount = snapshot.packs.length;
  if (!options.flag("yes")) {
    if (!surroundings.isInteractive) throw notConfirmable();
    const question = l10n.t(
      'Replace everything in "{0}" by the {1} packs of "{2}"? A backup of what is there is kept. Type yes: ',
      choice.file,
      packCount,
      file,
    );
    if (!(await isConfirmed(question, surroundings))) {
      throw notConfirmed(l10n.t("It was not confirmed, so nothing was changed."));
    }
  }
  const store = await openStore(choice.file, surroundings);
  try {
    const backup = await store.snapshots.import(snapshot);
    const report: ImportReport = { formatVersion: 1, packCount, ...(backup !== undefined && { backup }) };
    return {
      exitCode: exitCodes.done,
      hasChanged: true,
      report: blockReport(report, () => [
        {
          kind: "facts",
          facts: [
            [l10n.t("Imported packs"), String(packCount)],
            [l10n.t("Backup"), backup ?? l10n.t("none, the store was empty")],
          ],
        },
      ]),
    };
  } finally {
    store.dispose();
  }
};

function onlyLocal(): UsageError {
  return new UsageError(
    l10n.t("A snapshot goes into a local store, never into a Boomi account."),
    l10n.t("Name the store with --store."),
  );
}

function notConfirmable(): UsageError {
  return new UsageError(
    l10n.t("The import replaces everything in the store, and nobody can be asked without a terminal."),
    l10n.t("Add --yes to confirm it."),
  );
}
