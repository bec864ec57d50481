import type { PackCheck, PlanCheck, PlannedChange } from "../check/planCheck.ts";

// Command line, API and agents answer this. Each key is written out in the documented order: a field that the model gets is
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
