import type { PackOutcome, PlanOutcome } from "../application/planOutcome.ts";
import type { PackCheck, PlanCheck, PlannedChange } from "../check/planCheck.ts";

// Command line, API and agents answer these. Each key is written out in the documented order: a field that the model gets is
// not published by accident.

/** The documented JSON of a check. */
export function checkReport({ formatVersion, planHash, fits, packs }: PlanCheck): PlanCheck {
  return { formatVersion, planHash, fits, packs: packs.map(packCheckReport) };
}

function packCheckReport({ packId, name, state, changes, differences, accounts }: PackCheck): PackCheck {
  return {
    packId,
    name,
    state,
    changes: changes.map(changeReport),
    differences: [...differences],
    ...(accounts !== undefined && { accounts }),
  };
}

function changeReport({ componentId, name, kind, from, to, branch }: PlannedChange): PlannedChange {
  return { componentId, name, kind, from, to, branch };
}

/** The documented JSON of an outcome. */
export function outcomeReport({ formatVersion, planHash, packs }: PlanOutcome): PlanOutcome {
  return { formatVersion, planHash, packs: packs.map(packOutcomeReport) };
}

function packOutcomeReport({ packId, name, outcome, releaseId, code, message }: PackOutcome): PackOutcome {
  return {
    packId,
    name,
    outcome,
    ...(releaseId !== undefined && { releaseId }),
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
  };
}
