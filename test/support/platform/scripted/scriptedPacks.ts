import { Omissions } from "../../../../src/backend/platform/packs/omissions.ts";
import { PackReader } from "../../../../src/backend/platform/packs/packReader.ts";
import type { HttpAnswer } from "../../../../src/backend/platform/http/transport.ts";
import { answered, scriptedClient } from "./scriptedClient.ts";

/** A pack as the platform answers it. Without `components` the answer has no list of them. */
export interface ScriptedPack {
  readonly name?: string;
  readonly components?: readonly unknown[];
}

/** A component of a pack as the platform answers it. */
export const scriptedComponent = (componentId: string, changes: Record<string, unknown> = {}) => ({
  componentId,
  componentName: componentId,
  currentVersion: "1",
  deleted: false,
  ...changes,
});

/** A pack reader without a network, on packs by their ids that a test changes, and what it asks for. */
export function scriptedPacks(given: Readonly<Record<string, ScriptedPack>>, wasReleased = false) {
  const packs = new Map(Object.entries(given));
  /** What is answered in place of the packs, by the path of the request. */
  const faults = new Map<string, () => HttpAnswer>();
  /** What queries answer in place of the packs, by their ids. */
  const inQueries = new Map<string, ScriptedPack>();
  const asked: string[] = [];
  const { client, requests, timing, logged } = scriptedClient(({ path, body = "" }) => {
    const name = path.replace("PublisherIntegrationPack/", "");
    const ids = [...body.matchAll(/"argument":\["(.*?)"\]/g)].map(([, id = ""]) => id);
    asked.push(name === "query" && ids.length > 0 ? `query ${ids.join()}` : name);
    const fault = faults.get(name);
    if (fault) return fault();
    if (name !== "query")
      return packs.has(name) ? answered(200, toRow(name, packs.get(name))) : answered(404);
    const rows = [...packs].map(([id, pack]) => toRow(id, inQueries.get(id) ?? pack));
    return answered(200, { result: rows.filter(({ id }) => ids.length === 0 || ids.includes(id)) });
  });
  const omissions = new Omissions();
  const reader = new PackReader({
    client,
    now: () => timing.now(),
    omissions,
    wasReleased: () => Promise.resolve(wasReleased),
  });
  return { reader, client, requests, packs, faults, inQueries, asked, timing, logged, omissions };
}

function toRow(id: string, { name = id, components }: ScriptedPack = {}) {
  return {
    id,
    name,
    Description: "",
    installationType: "SINGLE",
    ...(components && { PublisherPackagedComponents: { PublisherPackagedComponent: components } }),
  };
}
