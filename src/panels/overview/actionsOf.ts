import type { Backend } from "../../backend/backend.ts";
import type { OverviewReading } from "../../backend/overview/readOverview.ts";
import { summarizePack } from "../../model/pack/pack.ts";
import { overviewActions, type OverviewAction } from "../../protocol/overview.ts";

/** The actions that make sense now, of those that the backend offers. */
export function actionsOf(
  backend: Pick<Backend, "accountGroups">,
  { pack, history, overview }: OverviewReading,
): OverviewAction[] {
  const { scheduled } = pack;
  const { releasable } = summarizePack(pack);
  const { released } = overview;
  const offered: Readonly<Record<OverviewAction, boolean>> = {
    release: releasable,
    editSchedule: scheduled !== undefined,
    releaseNow: scheduled !== undefined && scheduled.state !== "releasing",
    cancelSchedule: scheduled !== undefined && scheduled.cannotCancel === undefined,
    compareWithReleased: releasable && released,
    rollBack: history.length > 1,
    addToAccountGroup: released && backend.accountGroups !== undefined,
  };
  return overviewActions.filter((action) => offered[action]);
}
