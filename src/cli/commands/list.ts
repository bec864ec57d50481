import * as l10n from "@vscode/l10n";
import type { PackSummary } from "../../model/pack/pack.ts";
import { packRow, packsReport, withLink, type PackRow } from "../../model/report/packsReport.ts";
import { utcText } from "../../model/text/utcText.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { blockReport, type Block } from "../format/block.ts";
import { describePackState } from "./describePack.ts";

/** Lists the packs. */
export const listPacks: RunCommand = async ({ options, openPackList, notices }) => {
  const list = await openPackList();
  const packs = await list.listPackSummaries();
  if (list.omissions !== undefined) notices.note(list.omissions);
  const rows = packs.map(packRow).map((row) => (options.flag("links") ? withLink(row) : row));
  return {
    exitCode: exitCodes.done,
    report: blockReport(packsReport(rows), () => [table(packs, rows)]),
  };
};

function table(packs: readonly PackSummary[], rows: readonly PackRow[]): Block {
  if (packs.length === 0) return { kind: "paragraph", text: l10n.t("There are no integration packs.") };
  const hasLinks = rows.some(({ link }) => link !== undefined);
  return {
    kind: "table",
    columns: [
      l10n.t("Name"),
      l10n.t("ID"),
      l10n.t("Components"),
      l10n.t("State"),
      l10n.t("Last Release"),
      ...(hasLinks ? [l10n.t("Link")] : []),
    ],
    rows: packs.map((pack, at) => [
      pack.name,
      pack.packId,
      String(pack.componentCount),
      describePackState(pack),
      pack.lastReleasedAt === undefined ? "" : utcText(pack.lastReleasedAt),
      ...(hasLinks ? [rows[at]?.link ?? ""] : []),
    ]),
  };
}
