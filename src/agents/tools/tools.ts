import { checkPlan } from "./checkPlan.ts";
import { compareVersions } from "./compareVersions.ts";
import { draftPlan } from "./draftPlan.ts";
import { listInstallations } from "./listInstallations.ts";
import { listPacks } from "./listPacks.ts";
import { packHistory } from "./packHistory.ts";
import { showPack } from "./showPack.ts";
import type { Tool, ToolName } from "./tool.ts";

/** Every tool, by its name. */
export const tools: Readonly<Record<ToolName, Tool>> = {
  list_packs: listPacks,
  show_pack: showPack,
  pack_history: packHistory,
  compare_versions: compareVersions,
  list_installations: listInstallations,
  check_plan: checkPlan,
  draft_plan: draftPlan,
};
