import * as v from "valibot";

/** Half of a surrogate pair would come back from the workspace's records, and go into a path, as something else. */
const wellFormed = (value: string | number | boolean) => String(value).toWellFormed();

/** Text that must be there: without an id nothing can be done with a row, and leaving it out would lose it. */
const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => wellFormed(value)),
  v.minLength(1),
);

/** Anything or nothing: a key that is missing is read as null. */
const anything = v.optional(v.unknown(), null);

/** Text that may be missing, or may come as a number or a boolean; `""` where there is none. */
const text = v.pipe(
  anything,
  v.transform((value) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? wellFormed(value)
      : "",
  ),
);

/** A number that may come as text; 0 where there is none. */
const number = v.pipe(
  text,
  v.transform((value) => Number(value) || 0),
);

/** A boolean that may come as text; false where there is none. */
const boolean = v.pipe(
  text,
  v.transform((value) => value.toLowerCase() === "true"),
);

/** An instant; one that cannot be read is put first in time, so that it sorts last and is shown at all. */
const instant = v.pipe(
  text,
  v.transform((value) => (Number.isNaN(Date.parse(value)) ? "1970-01-01T00:00:00Z" : value)),
);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list that may be missing, or a bare object when it has one element. */
function list<T>(item: v.GenericSchema<unknown, T>) {
  return v.pipe(
    anything,
    v.transform((value): unknown[] => {
      if (value === undefined || value === null || value === "") return [];
      return Array.isArray(value) ? value : [value];
    }),
    v.array(item),
  );
}

/** A list inside an object that may be missing with it. */
function listIn<T>(key: string, item: v.GenericSchema<unknown, T>) {
  return v.pipe(
    anything,
    v.transform((value) => (isObject(value) ? value[key] : undefined)),
    list(item),
  );
}

const componentType = v.pipe(
  text,
  v.transform((value) => (/web\s*service|api/i.test(value) ? ("webservice" as const) : ("process" as const))),
);

const installationType = v.pipe(
  text,
  v.transform((value) => (value.toUpperCase() === "MULTI" ? ("MULTI" as const) : ("SINGLE" as const))),
);

/** A boolean of which it matters whether it is there. */
const optionalBoolean = v.pipe(
  text,
  v.transform((value) => (value === "" ? undefined : value.toLowerCase() === "true")),
);

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

/** The components of a pack: a list that is absent is no empty one, and one with a row that cannot be read is not whole. */
const packComponents = v.pipe(
  anything,
  v.transform((value) => {
    const list = isObject(value) ? value["PublisherPackagedComponent"] : undefined;
    if (list === undefined || list === null || list === "")
      return { isListed: false, rows: [], unreadable: 0 };
    const listed: readonly unknown[] = Array.isArray(list) ? list : [list];
    const read = listed.map((one) => v.safeParse(packComponentSchema, one));
    const rows = read.flatMap(({ success, output }) => (success ? [output] : []));
    return { isListed: true, rows, unreadable: read.length - rows.length };
  }),
);

export const packSchema = v.object({
  id,
  name: text,
  /** Nothing where the answer does not contain it. */
  Description: v.optional(text),
  installationType,
  PublisherPackagedComponents: packComponents,
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
  componentInfo: list(v.object({ id, version: number })),
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
export type ReleaseStatus = "IN_PROGRESS" | "SUCCESS" | "SCHEDULED" | "ERROR";

const releaseStatus = v.pipe(
  text,
  v.transform((value): ReleaseStatus | undefined => {
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

export const statusSchema = v.object({
  requestId: text,
  releaseStatus,
  releaseOnDate: text,
  message: text,
  errorMessage: text,
  ReleasePackagedComponents: listIn(
    "ReleasePackagedComponent",
    v.object({ componentId: id, version: text, releasedVersion: text }),
  ),
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
