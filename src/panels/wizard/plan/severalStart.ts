import { defaultPlanName } from "../../../model/plan/planHeading.ts";
import { plannedVersions } from "../../../model/plan/check/isAlreadySo.ts";
import type { WizardStart } from "../../../protocol/wizard/wizardStart.ts";
import type { PacksOpening, PlanOpening } from "../wizardOpening.ts";

/** What the page of a wizard for several packs starts with. `now`: the instant that names a plan without a name. */
export function severalStart(opening: PacksOpening | PlanOpening, now: Date): WizardStart {
  if ("packs" in opening) {
    const packs = opening.packs.map(({ packId, name }) => ({ packId, name }));
    return { option: "immediate", several: { packs, planName: defaultPlanName(now) } };
  }
  const { plan, file } = opening;
  return {
    option: plan.date === undefined ? "immediate" : "date",
    ...(plan.date !== undefined && { date: plan.date }),
    several: {
      packs: plan.packs.map((planned) => ({
        packId: planned.packId,
        name: planned.name,
        versions: plannedVersions(planned),
      })),
      planName: plan.name ?? "",
      plan,
      ...(file && { file: file.toString() }),
    },
  };
}
