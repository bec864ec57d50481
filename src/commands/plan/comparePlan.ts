import * as l10n from "@vscode/l10n";
import { packErrors } from "../../errors/packErrors.ts";
import { checkPlanTarget } from "../../model/plan/checkPlanTarget.ts";
import { comparePlannedPack } from "../../plans/comparePlan.ts";
import { readPlanFile } from "../../plans/planFile.ts";
import { pick } from "../../ui/ask/pick.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";
import { planFileOf } from "./planFileOf.ts";

/** Compares the released versions of a pack with those of a plan's file; asks which pack, if the plan has several. */
export async function comparePlan(services: Services, call: Call): Promise<void> {
  const title = l10n.t("Compare Release Plan");
  const file = await planFileOf(call, title);
  if (!file) return;
  const { packs, target } = await readPlanFile(file);
  const backend = await services.backend.get();
  checkPlanTarget(target, backend.plans.target);
  const packId = textArgument(call.args, 1);
  const picks = packs.map((pack) => ({ label: pack.name, value: pack }));
  const [first] = packs;
  const planned =
    packId === undefined
      ? packs.length === 1
        ? first
        : (await pick(title, picks, l10n.t("The plan has no packs."), l10n.t("Select a pack")))?.value
      : packs.find((pack) => pack.packId === packId);
  if (planned) await comparePlannedPack(backend, planned);
  else if (packId !== undefined) throw packErrors.packNotFound(packId);
}
