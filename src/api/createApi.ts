import { facetOf } from "../session/facetOf.ts";
import { checkFunction, checkText } from "./checkArguments.ts";
import { checkReleaseRequest, checkScheduleRequest } from "./checkReleaseRequest.ts";
import { createManage, type ManageDependencies } from "./createManage.ts";
import type { IntegrationPacksApi } from "./integrationPacksApi.ts";
import { readWholeVersion } from "./readWholeVersion.ts";
import { toApiPack, toApiSchedule } from "./toApiPack.ts";
import { toApiPackRelease, toApiRelease } from "./toApiRelease.ts";
import { toApiVersion } from "./toApiVersion.ts";

/** Dependencies of the exported API. */
export interface ApiDependencies extends ManageDependencies {
  /** Returns the IANA name of the scheduler's time zone at this moment. */
  readonly timeZone: () => string;
  /** Returns the branch that releases come from at this moment, for the preselection (rule 5). */
  readonly releaseBranch: () => string;
}

/** The exported API on whichever backend is active. Arguments are checked and copied before the first wait. */
export function createApi({
  timeZone,
  releaseBranch,
  ...dependencies
}: ApiDependencies): IntegrationPacksApi {
  const { backend: active } = dependencies;
  const backend = () => active.get();
  const schedules = () => facetOf({ backend: active }, "schedules");
  return {
    apiVersion: 1,

    async listPacks() {
      return (await (await backend()).listPacks()).map(toApiPack);
    },
    async getPack(input) {
      const packId = checkText(input, "packId");
      return toApiPack(await (await backend()).getPack(packId));
    },
    async listVersions(input) {
      const componentId = checkText(input, "componentId");
      const versions = await (await backend()).listVersions([componentId]);
      return (versions.get(componentId) ?? []).map(toApiVersion);
    },
    async getVersion(input) {
      const packageId = checkText(input, "packageId");
      return readWholeVersion(await backend(), packageId);
    },

    async release(input) {
      const request = { ...checkReleaseRequest(input), releaseBranch: releaseBranch() };
      return toApiPackRelease(await (await backend()).release(request));
    },
    async schedule(input) {
      const request = { ...checkScheduleRequest(input, timeZone()), releaseBranch: releaseBranch() };
      return toApiSchedule(await (await schedules()).schedule(request));
    },
    async cancelSchedule(input) {
      const packId = checkText(input, "packId");
      await (await schedules()).cancel(packId);
    },
    async history(input) {
      const packId = checkText(input, "packId");
      return (await (await backend()).history(packId)).map(toApiRelease);
    },

    manage: createManage(dependencies),

    onDidRelease(listener) {
      checkFunction(listener, "listener");
      return active.onDidRelease((release) => listener(toApiPackRelease(release)));
    },
  };
}
