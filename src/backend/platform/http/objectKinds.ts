import type * as v from "valibot";
import * as readers from "./readers.ts";

/** A kind of the platform's objects that are read by their ids. */
export interface ObjectKind<T> {
  /** The name in the path, such as `PublisherIntegrationPack`. */
  readonly object: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** The ids under which the object may have been asked for; none where the answer does not contain its id. */
  readonly idsOf: (value: T) => readonly string[];
}

function kind<T>(
  object: string,
  schema: v.GenericSchema<unknown, T>,
  idsOf: (value: T) => readonly string[],
): ObjectKind<T> {
  return { object, schema, idsOf: (value) => idsOf(value).filter((id) => id !== "") };
}

/** The kinds that the client reads. */
export const objectKinds = {
  account: kind("Account", readers.accountSchema, ({ accountId }) => [accountId]),
  accountGroup: kind("AccountGroup", readers.accountGroupSchema, ({ id }) => [id]),
  /** By `componentId~version`, or the newest revision by `componentId`. */
  componentMetadata: kind("ComponentMetadata", readers.metadataSchema, ({ componentId, version }) => [
    `${componentId}~${version}`,
    componentId,
  ]),
  environment: kind("Environment", readers.environmentSchema, ({ id }) => [id]),
  manifest: kind("PackagedComponentManifest", readers.manifestSchema, ({ packageId }) => [packageId]),
  packagedComponent: kind("PackagedComponent", readers.packagedComponentSchema, ({ packageId }) => [
    packageId,
  ]),
  publisherIntegrationPack: kind("PublisherIntegrationPack", readers.packSchema, ({ id }) => [id]),
  releaseStatus: kind("ReleaseIntegrationPackStatus", readers.statusSchema, ({ requestId }) => [requestId]),
} as const;

/** Whether an object that came can be the one that was asked for. */
export function answersQuestion<T>({ idsOf }: ObjectKind<T>, value: T, id: string): boolean {
  const ids = idsOf(value);
  return ids.length === 0 || ids.includes(id);
}
