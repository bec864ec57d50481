import { planErrors } from "../errors/planErrors.ts";
import { timeZoneErrors } from "../errors/timeZoneErrors.ts";
import { defaultReleaseBranch } from "../model/pack/branch.ts";
import { canBeReleased, type IntegrationPack } from "../model/pack/pack.ts";
import { draftPlan } from "../model/plan/draftPlan.ts";
import { choiceFromPack, type AdoptedChoice, type PackChoice } from "../model/plan/packChoice.ts";
import type { PlannableVersions } from "../model/plan/plannableVersion.ts";
import { planHeading } from "../model/plan/planHeading.ts";
import { preselectedVersions } from "../model/release/preselectedVersions.ts";
import { checkReleaseDate } from "../model/schedule/releaseWindow.ts";
import { systemTimeZone } from "../model/schedule/timeZone.ts";
import { hashPlan } from "./hashPlan.ts";
import type { AdoptedVersions, DraftRequest, PlanDraft, PlanFacet } from "./facets/planFacet.ts";

/** The state of the backend that a plan is drafted from. */
export interface DraftBasis extends Pick<PlanFacet, "target" | "scheduleWith"> {
  /** The packs to plan, in order. */
  readonly packs: readonly IntegrationPack[];
  /** The pack whose released versions they take. */
  readonly source: IntegrationPack | undefined;
  /** The packaged versions of their components: at least those that can be chosen, and all of those whose branches decide. */
  readonly versions: PlannableVersions;
  readonly now: Date;
}

/** Drafts a plan. @throws as `PlanFacet.draft` */
export function draftFromRequest(request: DraftRequest, basis: DraftBasis): PlanDraft {
  const { target, scheduleWith, packs, versions, now } = basis;
  const { date } = request;
  const timeZone = request.timeZone ?? request.defaultTimeZone ?? systemTimeZone();
  if (date !== undefined) {
    if (timeZone === undefined) throw timeZoneErrors.noSystemTimeZone();
    checkReleaseDate(date, timeZone, now);
  }
  const heading = planHeading(request, { target, timeZone, now, ...(scheduleWith && { scheduleWith }) });
  const choices = packs.map((pack) => chooseVersions(pack, request, basis));
  const plan = draftPlan(choices, versions, heading);
  return { plan, planHash: hashPlan(plan), adopted: choices.filter(isAdopted).map(toAdoptedVersions) };
}

/**
 * The packs that `all` names: those that can be released, in their order, without the one that only gives versions.
 *
 * @throws `NothingToRelease` when there is none
 */
export function releasablePacks(
  packs: readonly IntegrationPack[],
  { versionsFrom }: DraftRequest,
): IntegrationPack[] {
  const found = packs.filter((pack) => canBeReleased(pack) && pack.packId !== versionsFrom);
  if (found.length === 0) throw planErrors.nothingToPlan();
  return found;
}

function chooseVersions(
  pack: IntegrationPack,
  { releaseBranch = defaultReleaseBranch }: DraftRequest,
  { source, versions }: DraftBasis,
): PackChoice | AdoptedChoice {
  const preselected = preselectedVersions(pack, {
    releaseBranch,
    versionsOf: (componentId) => versions.get(componentId) ?? [],
  });
  return source ? choiceFromPack(pack, source, preselected) : { pack, versions: preselected };
}

function isAdopted(choice: PackChoice | AdoptedChoice): choice is AdoptedChoice {
  return "unchanged" in choice;
}

function toAdoptedVersions({ pack, unchanged, absent }: AdoptedChoice): AdoptedVersions {
  return {
    packId: pack.packId,
    unchanged: unchanged.map(({ componentId, componentName }) => ({ componentId, name: componentName })),
    absent,
  };
}
