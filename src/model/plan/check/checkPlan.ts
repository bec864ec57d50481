import * as l10n from "@vscode/l10n";
import { packErrors } from "../../../errors/packErrors.ts";
import type { IntegrationPack } from "../../pack/pack.ts";
import { releaseDateProblem } from "../../schedule/releaseDateProblem.ts";
import type { PlanHash } from "../file/planHash.ts";
import type { PlannedPack, ReleasePlan } from "../releasePlan.ts";
import type { CheckBasis, PlanEvent } from "./checkBasis.ts";
import { isAlreadySo } from "./isAlreadySo.ts";
import type { PackCheck, PackState, PlanCheck, PlanDifference, PlanPlace } from "./planCheck.ts";
import { planDrift, renamedComponents } from "./planDrift.ts";
import { plannedChanges } from "./plannedChanges.ts";

/** Checks every pack of the plan against the state of the backend (rule 13). `planHash`: that of the plan. */
export function checkPlan(plan: ReleasePlan, planHash: PlanHash, basis: CheckBasis): PlanCheck {
  const packs = plan.packs.map((planned) => checkPlannedPack(plan, planHash, planned, basis));
  const fits = packs.every(({ state }) => state === "ready" || state === "alreadySo");
  return { formatVersion: 1, planHash, fits, packs };
}

/** Checks one pack of the plan: right before it is sent, it is checked again (rule 14). */
export function checkPlannedPack(
  plan: ReleasePlan,
  planHash: PlanHash,
  planned: PlannedPack,
  basis: CheckBasis,
): PackCheck {
  const { packId, components } = planned;
  const pack = basis.packs.get(packId);
  const accounts = basis.accounts.get(packId);
  const names = new Map(pack?.components.map((each) => [each.componentId, each.componentName]));
  const { state, differences } = pack
    ? judge(plan, planHash, planned, pack, basis)
    : refused(l10n.t('There is no integration pack with the ID "{0}".', packId));
  const all = [...differences, ...(pack ? renamedComponents(planned, pack) : [])];
  return {
    packId,
    name: pack?.name ?? planned.name,
    state,
    changes: plannedChanges(components, basis.versions, names),
    differences: all.map(({ text }) => text),
    ...(all.length > 0 && { places: all.map(({ place }) => place) }),
    ...(accounts !== undefined && { accounts }),
  };
}

type PackKey = Exclude<PlanPlace, { readonly componentId: string }>["key"];

interface Judgement {
  readonly state: PackState;
  readonly differences: readonly PlanDifference[];
}

/** The order decides: already so comes before drift (rule 13), and drift before what may pass, such as a release under way. */
function judge(
  plan: ReleasePlan,
  planHash: PlanHash,
  planned: PlannedPack,
  pack: IntegrationPack,
  basis: CheckBasis,
): Judgement {
  if (pack.doubt === "incomplete") return refused(packErrors.incompletePack(pack.name).message);
  const isEmpty = planned.components.length === 0;
  if (!isEmpty && isAlreadySo(plan, planned, pack)) return { state: "alreadySo", differences: [] };
  if (pack.doubt === "leaving") return refused(packErrors.leavingUnclear(pack.name).message);
  const events = basis.history.get(planned.packId) ?? [];
  const kinds = new Set(events.filter((each) => each.planHash === planHash).map(({ kind }) => kind));
  const isOwnSchedule =
    kinds.has("unknown") && pack.scheduled?.state === "unknown" && pack.scheduled.plan?.planHash === planHash;
  const drift = [
    ...undoneRelease(kinds).map((text) => aboutPack(text)),
    ...planDrift(planned, pack, basis.versions, isOwnSchedule),
  ];
  if (drift.length > 0) return { state: "drift", differences: drift };
  if (isEmpty) return refused(packErrors.emptyPack(pack.name).message, "components");
  const busy = describeUnsettled(pack);
  if (busy !== undefined && !kinds.has("unknown")) return refused(busy);
  const problem =
    plan.date === undefined
      ? undefined
      : releaseDateProblem(plan.date, plan.timeZone ?? basis.timeZone, basis.now);
  if (problem !== undefined) return refused(problem, "date");
  return {
    state: "ready",
    differences: [
      ...(busy === undefined ? [] : [aboutPack(busy)]),
      ...(isOwnSchedule ? [aboutPack(handedOver())] : []),
    ],
  };
}

function handedOver(): string {
  return l10n.t("It was scheduled under this plan, and whether the platform has taken that is not known.");
}

/**
 * Rule 17: what was released or scheduled under this plan and is no longer so was taken back by somebody. A new draft of the
 * same state has the same hash, unless it is named differently.
 */
function undoneRelease(kinds: ReadonlySet<PlanEvent["kind"]>): string[] {
  if (kinds.has("released")) {
    return [
      l10n.t(
        "It was released under this plan, and that was taken back. Draft a new plan, or give it another name.",
      ),
    ];
  }
  return kinds.has("scheduled")
    ? [
        l10n.t(
          "It was scheduled under this plan, and is no longer. Draft a new plan, or give it another name.",
        ),
      ]
    : [];
}

/** A release that was sent and has no known end, as a sentence. */
function describeUnsettled({ name, unsettled, scheduled }: IntegrationPack): string | undefined {
  if (unsettled?.state === "running" || scheduled?.state === "releasing") {
    return l10n.t('A release of "{0}" is under way.', name);
  }
  return unsettled && l10n.t('A release of "{0}" was sent, and its outcome is not known.', name);
}

function refused(reason: string, key: PackKey = "packId"): Judgement {
  return { state: "refused", differences: [aboutPack(reason, key)] };
}

function aboutPack(text: string, key: PackKey = "packId"): PlanDifference {
  return { text, place: { key } };
}
