import type { ActiveBackend } from "../session/activeBackend.ts";
import { facetOf } from "../session/facetOf.ts";
import { checkText } from "./copyArgument.ts";
import { checkReleaseRequest, checkScheduleRequest } from "./checkReleaseRequest.ts";
import type { IntegrationPacksApi } from "./integrationPacksApi.ts";
import { manageCalls, type ManageCalls, type ManageDependencies } from "./manageCalls.ts";
import { planCalls } from "./planCalls.ts";
import type { PlanApi } from "./planApi.ts";
import { readWholeVersion } from "./readWholeVersion.ts";
import { toApiPack, toApiSchedule } from "./toApiPack.ts";
import { toApiPackRelease, toApiRelease } from "./toApiRelease.ts";
import { toApiVersion } from "./toApiVersion.ts";

/** The methods of a part of the API with arguments that were copied, and may still have any form. */
export type Calls<Api> = {
  readonly [
    Name in keyof Api as Api[Name] extends (...args: never[]) => Promise<unknown> ? Name : never
  ]: Api[Name] extends (...args: infer Args) => infer Result
    ? (...args: { [At in keyof Args]: unknown }) => Result
    : never;
};

/** Dependencies of the exported API. */
export interface ApiDependencies extends ManageDependencies {
  readonly backend: ActiveBackend;
  /** Returns the IANA name of the scheduler's time zone at this moment. */
  readonly timeZone: () => string;
  /** Returns the branch that releases come from at this moment, for the preselection (rule 5). */
  readonly releaseBranch: () => string;
}

/** All methods of the exported API. They are loaded with the first call. */
export interface ApiCalls extends Calls<Omit<IntegrationPacksApi, keyof PlanApi>>, Calls<PlanApi> {
  readonly manage: ManageCalls;
}

/** The methods of the exported API on whichever backend is active. They check arguments that were copied. */
export function apiCalls(dependencies: ApiDependencies): ApiCalls {
  const { backend: active, timeZone, releaseBranch } = dependencies;
  const backend = () => active.get();
  const schedules = () => facetOf({ backend: active }, "schedules");
  return {
    ...planCalls(dependencies),
    manage: manageCalls(dependencies),

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
  };
}
