import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import { planErrors } from "../../errors/planErrors.ts";
import { openNewPlan } from "../../plans/openNewPlan.ts";
import { oppositePlan } from "../../plans/oppositePlan.ts";
import { showInformation } from "../../ui/notifications.ts";
import { releaseOf } from "../ask/releaseOf.ts";
import type { Call, Services } from "../command.ts";

/**
 * Opens a new plan file that gives the packs of an applied plan the versions that they had before. It releases nothing: a person
 * reviews the plan and applies it.
 */
export async function draftOppositePlan(services: Services, call: Call): Promise<void> {
  const chosen = await releaseOf(services, call, {
    title: l10n.t("Draft a Plan That Goes Back"),
    offer: ({ release }) => release.plan !== undefined,
    none: l10n.t("No release of this pack comes from a release plan."),
  });
  if (!chosen) return;
  const { plan: reference } = chosen.past.release;
  if (!reference) throw planErrors.notFromPlan();
  const { plan, firstReleased, absent } = await oppositePlan(
    await services.backend.get(),
    reference,
    new Date(),
  );
  await openNewPlan(plan);
  if (firstReleased.length > 0) {
    const names = listed(firstReleased);
    void showInformation(l10n.t("Not in the plan, because they had no release before: {0}", names));
  }
  if (absent.length > 0) {
    void showInformation(
      l10n.t(
        "Components that the plan took out cannot go back before they are added again: {0}",
        listed(absent),
      ),
    );
  }
}
