import type { PlatformModes } from "../modes.ts";
import type { World } from "./objects.ts";
import { EmptyAnswer, listOf, textOf, type PlatformObject, type Row } from "../platformObject.ts";
import { badRequest, MissingObject } from "../refusal.ts";
import type { PlatformPack, PlatformState, ReleaseRequestState } from "./state.ts";

const halfAnHour = 1_800_000;

/** `ReleaseIntegrationPack`: takes releases; `statusUrl` makes the address at which one is followed. */
export function releaseIntegrationPacks({ state, desk, statusUrl, modes }: World): PlatformObject {
  const find = (id: string): PlatformPack => {
    const pack = state.packs.get(id);
    if (!pack) throw new MissingObject("Integration pack", id);
    return pack;
  };

  const take = (pack: PlatformPack, body: Row, changed?: ReleaseRequestState): Row => {
    const date = releaseDate(body, desk.today);
    const request = desk.take(pack, releasedVersions(state, pack, body, modes()), date, changed);
    return { ...toRow(request, modes()), id: pack.id, releaseStatusUrl: statusUrl(request.requestId) };
  };

  return {
    filters: [],
    create(body) {
      const pack = find(textOf(body, "id"));
      const open = desk.openRequest(pack);
      if (open?.status === "IN_PROGRESS") throw badRequest(`${pack.name} is being released.`);
      if (open && textOf(body, "releaseSchedule") !== "IMMEDIATELY") {
        throw badRequest(`${pack.name} is already scheduled for release.`);
      }
      return take(pack, body);
    },
    update(id, body) {
      const pack = find(id);
      const open = desk.openRequest(pack);
      if (open?.status !== "SCHEDULED") throw badRequest(`${pack.name} is not scheduled for release.`);
      return take(pack, body, open);
    },
  };
}

/** `ReleaseIntegrationPackStatus`: how a release stands. 202 until it is done. */
export function releaseIntegrationPackStatuses({ desk, modes, now }: World): PlatformObject {
  return {
    filters: [],
    bulkLimit: 100,
    get(id) {
      const request = desk.lookAt(id);
      if (!request) return undefined;
      const { packId, status } = request;
      const { readStatus, runningStatus, scheduledStatus } = modes();
      const done = status === "SUCCESS" || status === "ERROR";
      const age = now().getTime() - (request.readAt ?? Infinity);
      if (age >= (readStatus === "once" ? 0 : halfAnHour) && readStatus !== "always")
        return new EmptyAnswer(204);
      if (done) request.readAt ??= now().getTime();
      if (status === "IN_PROGRESS" && runningStatus === "empty") return new EmptyAnswer(202);
      if (status === "SCHEDULED" && scheduledStatus === "empty") return new EmptyAnswer(202);
      return {
        ...toRow(request, modes()),
        integrationPackId: packId,
        releaseStatus: status,
        responseStatusCode: done ? 200 : 202,
      };
    },
  };
}

function toRow(request: ReleaseRequestState, { releaseVersions }: PlatformModes): Row {
  const { requestId, packName, installationType, versions, replaced, status, date } = request;
  return {
    requestId,
    name: packName,
    installationType,
    releaseSchedule: date === undefined ? "IMMEDIATELY" : "RELEASE_ON_SPECIFIED_DATE",
    ...(date !== undefined && { releaseOnDate: date }),
    ReleasePackagedComponents: {
      ReleasePackagedComponent: [...versions].map(([componentId, version], at) => ({
        componentId,
        // As examples have it: one component without a version, another one with a version that nobody asked for.
        ...(releaseVersions === "sent" && { version }),
        ...(releaseVersions === "different" && at > 0 && { version: "0.0" }),
        releasedVersion: status === "SUCCESS" ? version : (replaced.get(componentId) ?? ""),
      })),
    },
  };
}

/** The date of a scheduled release, `undefined` for one at once. */
function releaseDate(body: Row, today: string): string | undefined {
  const date = textOf(body, "releaseOnDate");
  switch (textOf(body, "releaseSchedule")) {
    case "IMMEDIATELY":
      if (date !== "") throw badRequest("An immediate release has no release date.");
      return undefined;
    case "RELEASE_ON_SPECIFIED_DATE":
      if (!isDate(date)) throw badRequest(`The release date ${date} is not of the form yyyy-MM-dd.`);
      if (date <= today) throw badRequest(`The release date ${date} is not in the future.`);
      return date;
    default:
      throw badRequest("The release schedule is not IMMEDIATELY or RELEASE_ON_SPECIFIED_DATE.");
  }
}

function isDate(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
  );
}

/**
 * The versions of a release. What happens to components that the request does not name is not documented, so the stand-in
 * refuses such a request: nothing relies on it. A mode tolerates components that were never released.
 */
function releasedVersions(
  state: PlatformState,
  pack: PlatformPack,
  body: Row,
  { unreleasedComponents }: PlatformModes,
): Map<string, string> {
  const rows = listOf(body, "ReleasePackagedComponents", "ReleasePackagedComponent") ?? [];
  const versions = new Map(rows.map((row) => [textOf(row, "componentId"), textOf(row, "version")]));
  const staying = pack.components.filter(
    ({ componentId, currentVersion, deleted }) =>
      !deleted && (unreleasedComponents === "required" || currentVersion !== "" || versions.has(componentId)),
  );
  if (pack.components.length === 0) throw badRequest(`${pack.name} has no components.`);
  if (rows.length !== staying.length || versions.size !== staying.length) {
    throw badRequest(`${pack.name} has ${staying.length} components to release, the request ${rows.length}.`);
  }
  for (const { componentId, componentName, currentVersion } of staying) {
    const version = versions.get(componentId);
    if (version === undefined) throw badRequest(`The request has no version for ${componentName}.`);
    const found = state.components
      .get(componentId)
      ?.versions.find(({ packageVersion }) => packageVersion === version);
    if (!found) throw badRequest(`${componentName} has no packaged version ${version}.`);
    if (version !== currentVersion && (!found.shareable || found.deleted)) {
      throw badRequest(`Version ${version} of ${componentName} cannot be shared.`);
    }
  }
  const changes = pack.components.some(
    ({ componentId, currentVersion }) => (versions.get(componentId) ?? "") !== currentVersion,
  );
  if (!changes) throw badRequest(`${pack.name} has no changes to release.`);
  return versions;
}
