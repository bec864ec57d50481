import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../backend/backendReads.ts";
import { readKnownVersions } from "../backend/readKnownVersions.ts";
import { readReleasedByPlan } from "../backend/readReleasedByPlan.ts";
import { planErrors } from "../errors/planErrors.ts";
import { draftPlan } from "../model/plan/draftPlan.ts";
import { choiceFromRelease } from "../model/plan/packChoice.ts";
import { defaultPlanName, planHeading } from "../model/plan/planHeading.ts";
import type { PlanReference } from "../model/plan/planReference.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";

/** A plan that goes back, and the names of the packs and components that cannot. */
export interface OppositePlan {
  readonly plan: ReleasePlan;
  /** The packs whose first release came from the plan: there is nothing to go back to. */
  readonly firstReleased: readonly string[];
  /** The ids of components that the plan took out of a pack. They have to be added to it before they can be released again. */
  readonly absent: readonly string[];
}

/**
 * Drafts the plan that gives each pack of an applied plan the versions that it had before. Changes nothing.
 *
 * @throws `InvalidRequest` when no pack has a release to go back to
 */
export async function oppositePlan(
  backend: BackendReads,
  { planHash, name }: PlanReference,
  now: Date,
): Promise<OppositePlan> {
  const released = await readReleasedByPlan(backend, planHash);
  const choices = released.flatMap(({ pack, past: { previous } }) =>
    previous ? [choiceFromRelease(pack, previous)] : [],
  );
  if (choices.length === 0) throw planErrors.nothingToGoBackTo();
  const { target, scheduleWith } = backend.plans;
  const wish = { name: name === undefined ? defaultPlanName(now) : l10n.t("Back from {0}", name) };
  const heading = planHeading(wish, {
    target,
    timeZone: undefined,
    now,
    ...(scheduleWith && { scheduleWith }),
  });
  const ids = choices.flatMap(({ pack }) => pack.components.map(({ componentId }) => componentId));
  const known = await readKnownVersions(backend, [...new Set(ids)]);
  return {
    plan: draftPlan(choices, known, heading),
    firstReleased: released.filter(({ past }) => !past.previous).map(({ pack }) => pack.name),
    absent: choices.flatMap(({ absent }) => absent),
  };
}
