import { argumentErrors } from "../errors/argumentErrors.ts";
import type { ReleaseRequest, ScheduleRequest } from "../model/release/release.ts";
import { CheckedObject } from "./checkArguments.ts";

/** A copy of an `ApiReleaseRequest` without a date. @throws `InvalidRequest` */
export function checkReleaseRequest(input: unknown): ReleaseRequest {
  const { date, ...request } = checkRequest(input);
  if (date !== undefined) throw argumentErrors.immediateReleaseWithDate();
  return request;
}

/** A copy of an `ApiReleaseRequest` with a date, which is interpreted in `timeZone`. @throws `InvalidRequest` */
export function checkScheduleRequest(input: unknown, timeZone: string): ScheduleRequest {
  const { date, ...request } = checkRequest(input);
  if (date === undefined) throw argumentErrors.dateMissing();
  return { ...request, date, timeZone };
}

function checkRequest(input: unknown) {
  const request = new CheckedObject(input, ["request"], ["packId", "versions", "date", "replaceScheduled"]);
  return {
    packId: request.text("packId"),
    versions: request.optionalTextByKey("versions"),
    date: request.optionalText("date"),
    replaceScheduled: request.optionalBoolean("replaceScheduled"),
  };
}
