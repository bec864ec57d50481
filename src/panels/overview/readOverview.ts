import type { Backend } from "../../backend/backend.ts";
import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import { messageForUsers } from "../../errors/errors.ts";
import type { InstallationReading } from "../../model/installation/installationReading.ts";
import { releaseMatrix } from "../../model/overview/releaseMatrix.ts";
import { summarizePack, type IntegrationPack } from "../../model/pack/pack.ts";
import { releasedComponents } from "../../model/release/pastRelease.ts";
import { preselectedVersions } from "../../model/release/preselectedVersions.ts";
import type { Release } from "../../model/release/release.ts";
import {
  overviewActions,
  type OverviewAction,
  type OverviewInstallations,
  type PackOverview,
} from "../../protocol/overview.ts";

/** Reads everything that the overview of a pack shows. @throws `NotFound` */
export async function readOverview(
  backend: Backend,
  packId: string,
  releaseBranch: string,
): Promise<PackOverview> {
  const [pack, history] = await Promise.all([backend.getPack(packId), backend.history(packId)]);
  const componentIds = new Set([
    ...pack.components.map(({ componentId }) => componentId),
    ...releasedComponents(history),
  ]);
  const [known, sharing, reading] = await Promise.all([
    readKnownVersions(backend, [...componentIds]),
    readGroups(backend, packId),
    // The overview is useful without it, and asks no account.
    backend.installations.latest(packId).catch(() => undefined),
  ]);
  const { components, scheduled: _scheduled, unsettled: _unsettled, doubt: _doubt, ...properties } = pack;
  const summary = summarizePack(pack, history[0]?.releasedAt);
  const { changeCount, released, lastReleasedAt, scheduled, unsettled } = summary;
  const preselected = preselectedVersions(pack, {
    releaseBranch,
    versionsOf: (componentId) => known.get(componentId) ?? [],
  });
  const isHistoryLimited = backend.historyLimits !== undefined;
  return {
    pack: properties,
    componentCount: components.length,
    changeCount,
    released,
    ...(lastReleasedAt !== undefined && { lastReleasedAt }),
    ...(scheduled && { scheduled }),
    ...(unsettled && { unsettled }),
    ...sharing,
    matrix: releaseMatrix(pack, { history, isHistoryLimited, preselected, known }),
    ...(reading && { installations: installationsOf(reading) }),
    ...(backend.historyLimits !== undefined && { historyLimits: backend.historyLimits }),
    actions: actionsOf(backend, pack, history, released),
  };
}

function installationsOf({ readAt, accounts }: InstallationReading): OverviewInstallations {
  return {
    readAt,
    accounts: accounts.map(({ accountId, accountName, state }) => ({ accountId, accountName, state })),
  };
}

/** Without the groups, the overview still shows everything else. */
async function readGroups(
  backend: Backend,
  packId: string,
): Promise<Pick<PackOverview, "groups" | "groupsProblem">> {
  try {
    const { groups } = await backend.getSharing(packId);
    return { groups: groups.map(({ name }) => name) };
  } catch (error) {
    return { groups: [], groupsProblem: messageForUsers(error) };
  }
}

function actionsOf(
  backend: Backend,
  pack: IntegrationPack,
  history: readonly Release[],
  released: boolean,
): OverviewAction[] {
  const { scheduled } = pack;
  const { releasable } = summarizePack(pack);
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
