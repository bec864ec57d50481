import * as l10n from "@vscode/l10n";
import { formatSnapshot } from "../../model/snapshot/formatSnapshot.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { writeText } from "../files/writeText.ts";
import { blockReport } from "../format/block.ts";
import { documentReport } from "../format/report.ts";
import { UsageError } from "../usageError.ts";

/** A snapshot that was written into a file, in JSON. */
export interface ExportReport {
  readonly formatVersion: 1;
  readonly file: string;
  readonly packCount: number;
}

/** Writes the whole content of a local store as a snapshot. */
export const exportSnapshot: RunCommand = async ({ parameters: [file], surroundings, openBackend }) => {
  const { snapshots } = await openBackend();
  if (!snapshots) {
    throw new UsageError(
      l10n.t("Only a local store can be exported."),
      l10n.t("Name the store with --store."),
    );
  }
  const snapshot = await snapshots.export();
  const text = formatSnapshot(snapshot);
  if (file === undefined) return { exitCode: exitCodes.done, report: documentReport(text) };
  await writeText(file, text, surroundings);
  const report: ExportReport = { formatVersion: 1, file, packCount: snapshot.packs.length };
  return {
    exitCode: exitCodes.done,
    report: blockReport(report, () => [
      {
        kind: "facts",
        facts: [
          [l10n.t("Snapshot"), file],
          [l10n.t("Exported packs"), String(report.packCount)],
        ],
      },
    ]),
  };
};
