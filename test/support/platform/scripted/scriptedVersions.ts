import { Omissions } from "../../../../src/backend/platform/packs/omissions.ts";
import { VersionReader } from "../../../../src/backend/platform/packs/versionReader.ts";
import type { HttpAnswer } from "../../../../src/backend/platform/http/transport.ts";
import type { ComponentRow } from "../../../../src/backend/platform/packs/leavingComponents.ts";
import { answered, scriptedClient } from "./scriptedClient.ts";

/** A packaged version as the platform answers it. */
export const scriptedVersion = (
  componentId: string,
  packageVersion: string,
  changes: Record<string, unknown> = {},
) => ({
  packageId: `${componentId}-${packageVersion}`,
  componentId,
  packageVersion,
  componentVersion: 1,
  componentType: "process",
  createdDate: `2026-01-0${packageVersion}T00:00:00Z`,
  createdBy: "dev@example.com",
  notes: "",
  shareable: true,
  deleted: false,
  branchName: "",
  ...changes,
});

/** What the platform has: versions, the names of components, and the components of packs. */
export interface ScriptedVersions {
  readonly versions?: readonly ReturnType<typeof scriptedVersion>[];
  readonly names?: Readonly<Record<string, { readonly name: string; readonly folderName?: string }>>;
  readonly inPacks?: Readonly<Record<string, Partial<ComponentRow>>>;
}

/** A version reader without a network, and what it asks for. */
export function scriptedVersions({ versions = [], names = {}, inPacks = {} }: ScriptedVersions) {
  /** What is answered in place of the content, by the path of the request. */
  const faults = new Map<string, () => HttpAnswer>();
  const asked: string[] = [];
  const { client, timing } = scriptedClient(({ path, body = "" }) => {
    const values = [...body.matchAll(/"(?:argument":\["|id":")(.*?)"/g)].map(([, value = ""]) => value);
    asked.push([path, ...(values.length > 0 ? [values.join()] : [])].join(" "));
    const fault = faults.get(path);
    if (fault) return fault();
    if (path === "PackagedComponent/query") {
      const result = versions.filter(({ packageId, componentId }) =>
        [packageId, componentId].some((id) => values.includes(id)),
      );
      return answered(200, { result });
    }
    if (path === "ComponentMetadata/bulk") {
      const response = values.map((id) =>
        names[id]
          ? { statusCode: 200, Result: { componentId: id, version: 1, ...names[id] } }
          : { id, statusCode: 404 },
      );
      return answered(200, { response });
    }
    const version = versions.find(({ packageId }) => path === `PackagedComponent/${packageId}`);
    return version ? answered(200, version) : answered(404);
  });
  const omissions = new Omissions();
  const findComponent = (componentId: string): ComponentRow | undefined =>
    inPacks[componentId] && {
      componentId,
      componentName: "",
      componentType: "process",
      currentVersion: "",
      pendingVersion: "",
      latestVersion: "",
      deleted: false,
      ...inPacks[componentId],
    };
  const reader = new VersionReader({
    client,
    packs: { findComponent },
    now: () => timing.now(),
    omissions,
  });
  return { reader, client, faults, asked, timing, omissions };
}
