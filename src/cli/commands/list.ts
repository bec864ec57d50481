import * as l10n from "@vscode/l10n";
import type { PackSummary } from "../../model/pack/pack.ts";
import { packRow, packsReport } from "../../model/report/packsReport.ts";
import { utcText } from "../../model/text/utcText.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { blockReport, type Block } from "../format/block.ts";
import { describePackState } from "./describePack.ts";

/** Lists the packs. */
export const list: RunCommand = async ({ openBackend, notices }) => {
  const backend = await openBackend();
  const packs = await backend.listPackSummaries();
  if (backend.omissions !== undefined) notices.note(backend.omissions);
  return {
    exitCode: exitCodes.done,
    report: blockReport(packsReport(packs.map(packRow)), () => [table(packs)]),
  };
};

function table(packs: readonly PackSummary[]): Block {
  if (packs.length === 0) return { kind: "paragraph", text: l10n.t("There are no integration packs.") };
  return {
    kind: "table",
    columns: [l10n.t("Name"), l10n.t("ID"), l10n.t("Components"), l10n.t("State"), l10n.t("Last Release")],
    rows: packs.map((pack) => [
      pack.name,
      pack.packId,
      String(pack.componentCount),
      describePackState(pack),
      pack.lastReleasedAt === undefined ? "" : utcText(pack.lastReleasedAt),
    ]),
  };
}
