import * as v from "valibot";
import {
  boolean,
  componentType,
  countedList,
  id,
  inside,
  installationType,
  instant,
  list,
  number,
  optionalBoolean,
  text,
} from "./values.ts";

const packComponentSchema = v.object({
  componentId: id,
  componentName: text,
  componentType,
  currentVersion: text,
  pendingVersion: text,
  latestVersion: text,
  /** Cannot be trusted by itself: see `LeavingComponents`. */
  deleted: optionalBoolean,
});

export const packSchema = v.object({
  id,
  name: text,
  /** Nothing where the answer does not contain it. */
  Description: v.optional(text),
  installationType,
  PublisherPackagedComponents: inside("PublisherPackagedComponent", countedList(packComponentSchema)),
});

export const packagedComponentSchema = v.object({
  packageId: id,
  componentId: id,
  packageVersion: text,
  componentVersion: number,
  componentType,
  createdDate: instant,
  createdBy: text,
  notes: text,
  shareable: boolean,
  deleted: boolean,
  branchName: text,
});

export const manifestSchema = v.object({
  packageId: text,
  componentInfo: countedList(v.object({ id, version: number })),
});

export const metadataSchema = v.object({
  componentId: id,
  version: number,
  name: text,
  type: text,
  folderName: text,
  modifiedBy: text,
  modifiedDate: instant,
});

/** A component of a kind that packs carry, in a list of all of them. */
export const listedComponentSchema = v.object({ componentId: id, name: text, type: componentType });

export const deployedPackageSchema = v.object({
  packageId: text,
  environmentId: text,
  deployedDate: instant,
  deployedBy: text,
  notes: text,
  active: boolean,
});

/** A deployed package as the source of a running version. */
export const runningPackageSchema = v.object({
  componentId: id,
  packageVersion: text,
  environmentId: text,
  deployedDate: instant,
  active: boolean,
});

/**
 * A pack that is installed in the account that is asked. Boomi's example also has a row with nothing but processes: it belongs
 * to an installation of another row.
 */
export const packInstanceSchema = v.object({
  id: text,
  integrationPackId: text,
  ProcessId: list(v.object({ originalProcessId: text, wrapperProcessId: text, name: text })),
});
export const packAttachmentSchema = v.object({ integrationPackInstanceId: id, environmentId: id });

export const environmentSchema = v.object({ id, name: text });
export const accountSchema = v.object({ accountId: id, name: text });
export const accountGroupSchema = v.object({ id, name: text });
export const groupPackSchema = v.object({
  id,
  accountGroupId: id,
  integrationPackId: id,
  integrationPackName: text,
});
export const groupAccountSchema = v.object({ accountGroupId: id, accountId: id });

/** What the platform answers to a release: the request's id is the only way to follow it; `""` where it gave none. */
export const releaseSchema = v.object({ requestId: text });

/** The platform's `releaseStatus` in one spelling. */
type StatusWord = "IN_PROGRESS" | "SUCCESS" | "SCHEDULED" | "ERROR";

const releaseStatus = v.pipe(
  text,
  v.transform((value): StatusWord | undefined => {
    const letters = value.toUpperCase().replace(/[^A-Z]/g, "");
    const known = {
      INPROGRESS: "IN_PROGRESS",
      SUCCESS: "SUCCESS",
      SCHEDULED: "SCHEDULED",
      ERROR: "ERROR",
    } as const;
    return Object.entries(known).find(([name]) => name === letters)?.[1];
  }),
);

/** The status of a release. Its versions are not read: what the user confirmed is what counts. */
export const statusSchema = v.object({
  requestId: text,
  releaseStatus,
  releaseOnDate: text,
  message: text,
  errorMessage: text,
});

/** One page of a query; anything that does not look like one is no empty list. */
export const pageSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((page) => "result" in page || "numberOfResults" in page || page["@type"] === "QueryResult"),
  v.object({ result: list(v.unknown()), queryToken: text }),
);

/** The answer to a bulk call: each item has a status of its own. */
export function bulkSchema<T>(result: v.GenericSchema<unknown, T>) {
  return v.object({
    response: list(
      v.object({
        id: text,
        index: v.optional(number),
        statusCode: number,
        errorMessage: text,
        Result: v.fallback(v.optional(result), undefined),
      }),
    ),
  });
}
