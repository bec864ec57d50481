import type { PackOutcome, PlanOutcome } from "../application/planOutcome.ts";

// Command line, API and agents answer this. Each key is written out in the documented order: a field that the model gets is
// not published by accident.

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
