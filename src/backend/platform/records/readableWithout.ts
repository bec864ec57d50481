import { RecordsUnavailableError } from "../../../errors/errors.ts";
import type { Omissions } from "../packs/omissions.ts";
import type { ReleaseRecords } from "./releaseRecords.ts";

/** Reads records for views. Packs can be read without the server of shared records: `fallback` stands for what it would say. */
export type ReadForView = <T>(reading: Promise<T>, fallback: T) => Promise<T>;

/** Reports a server that cannot be used among the omissions. The error of other records rejects. */
export function readableWithout(
  records: Pick<ReleaseRecords, "sharedAt">,
  omissions: Omissions,
): ReadForView {
  return async (reading, fallback) => {
    try {
      const read = await reading;
      omissions.reportRecords(undefined);
      return read;
    } catch (error) {
      if (records.sharedAt === undefined || !(error instanceof RecordsUnavailableError)) throw error;
      omissions.reportRecords(error.message);
      return fallback;
    }
  };
}
