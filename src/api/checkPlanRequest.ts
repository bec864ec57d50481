import type { DraftRequest } from "../backend/facets/planFacet.ts";
import { CheckedObject } from "./checkArguments.ts";

/** A copy of an `ApiPlanRequest`. @throws `InvalidRequest` */
export function checkPlanRequest(input: unknown): DraftRequest {
  const keys = ["packIds", "date", "timeZone", "versionsFrom"] as const;
  const request = new CheckedObject(input, ["request"], keys);
  const [date, timeZone, versionsFrom] = [
    request.optionalText("date"),
    request.optionalText("timeZone"),
    request.optionalText("versionsFrom"),
  ];
  return {
    packIds: request.texts("packIds"),
    ...(date !== undefined && { date }),
    ...(timeZone !== undefined && { timeZone }),
    ...(versionsFrom !== undefined && { versionsFrom }),
  };
}
