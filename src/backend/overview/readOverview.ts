import { messageForUsers } from "../../errors/errors.ts";
import type { InstallationReading } from "../../model/installation/installationReading.ts";
import type { OverviewInstallations, PackOverview } from "../../model/overview/packOverview.ts";
import { releaseMatrix } from "../../model/overview/releaseMatrix.ts";
import { summarizePack, type IntegrationPack } from "../../model/pack/pack.ts";
import { releasedComponents } from "../../model/release/pastRelease.ts";
import { preselectedVersions } from "../../model/release/preselectedVersions.ts";
import type { Release } from "../../model/release/release.ts";
import type { BackendReads } from "../backendReads.ts";
import { readKnownVersions } from "../readKnownVersions.ts";

/** What was read of a pack, and its overview. */
export interface OverviewReading {
  readonly pack: IntegrationPack;
  /** Newest first. */
  readonly history: readonly Release[];
  readonly overview: PackOverview;
}

/** The part of a backend that an overview is read from. */
export type OverviewSource = Pick<
  BackendReads,
  "getPack" | "history" | "listVersions" | "getSharing" | "installations" | "historyLimits"
>;

/** Reads everything that the overview of a pack shows. @throws `NotFound` */
export async function readOverview(
  backend: OverviewSource,
  packId: string,
  releaseBranch: string,
): Promise<OverviewReading> {
  const [pack, history] = await Promise.all([backend.getPack(packId), backend.history(packId)]);
  const componentIds = new Set([
    ...pack.components.map(({ componentId }) => componentId),
    ...releasedComponents(history),
  ]);
  const { historyLimits } = backend;
  const { asksEachAccount } = backend.installations;
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
  const overview = {
    pack: properties,
    componentCount: components.length,
    changeCount,
    released,
    ...(lastReleasedAt !== undefined && { lastReleasedAt }),
    ...(scheduled && { scheduled }),
    ...(unsettled && { unsettled }),
    ...sharing,
    matrix: releaseMatrix(pack, {
      history,
      isHistoryLimited: historyLimits !== undefined,
      preselected,
      known,
    }),
    ...(reading && { installations: installationsOf(reading, asksEachAccount) }),
    ...(historyLimits !== undefined && { historyLimits }),
  };
  return { pack, history, overview };
}

function installationsOf(
  { readAt, accounts }: InstallationReading,
  asksEachAccount: boolean,
): OverviewInstallations {
  return {
    readAt,
    accounts: accounts.map(({ accountId, accountName, state, stateBefore }) => ({
      accountId,
      accountName,
      state,
      ...(stateBefore && { stateBefore }),
    })),
    asksEachAccount,
  };
}

/** Without the groups, the overview still shows everything else. */
async function readGroups(
  backend: Pick<OverviewSource, "getSharing">,
  packId: string,
): Promise<Pick<PackOverview, "groups" | "groupsProblem">> {
  try {
    const { groups } = await backend.getSharing(packId);
    return { groups: groups.map(({ name }) => name) };
  } catch (error) {
    return { groups: [], groupsProblem: messageForUsers(error) };
  }
}
