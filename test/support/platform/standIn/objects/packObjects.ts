import { randomUUID } from "node:crypto";
import { latestVersion, shareableVersions } from "./packagedVersions.ts";
import { listOf, textOf, type PlatformObject, type Row } from "../platformObject.ts";
import type { World } from "./objects.ts";
import { badRequest, MissingObject } from "../refusal.ts";
import type { PackedComponent, PlatformPack, PlatformState } from "./state.ts";

const mostComponents = 100;
const longestDescription = 500;

/** `PublisherIntegrationPack`: the account's own packs. */
export function publisherIntegrationPacks({ state, desk, modes }: World): PlatformObject {
  const { packs } = state;

  const find = (id: string): PlatformPack => {
    const pack = packs.get(id);
    if (!pack) throw new MissingObject("Integration pack", id);
    return pack;
  };

  const nameFor = (body: Row, own?: PlatformPack): string => {
    const name = textOf(body, "name").trim();
    if (name === "") throw badRequest("The name of an integration pack is required.");
    const taken = [...packs.values()].some(
      (pack) => pack !== own && pack.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) throw badRequest(`An integration pack with the name ${name} already exists.`);
    return name;
  };

  const isMarked = (deleted: boolean, pendingVersion: string): boolean => {
    const { deletedMark } = modes();
    return deleted || deletedMark === "all" || (deletedMark === "leavingOrPending" && pendingVersion !== "");
  };

  const toRow = (pack: PlatformPack): Row => ({
    id: pack.id,
    name: pack.name,
    Description: pack.description,
    installationType: pack.installationType,
    PublisherPackagedComponents: {
      PublisherPackagedComponent: pack.components.map((component) => {
        // A component that leaves has no pending version.
        const pendingVersion = component.deleted ? "" : desk.pendingVersion(pack, component);
        return {
          componentId: component.componentId,
          componentName: component.componentName,
          componentType: component.componentType,
          currentVersion: component.currentVersion,
          pendingVersion,
          latestVersion: latestVersion(state.components.get(component.componentId), component),
          deleted: isMarked(component.deleted, pendingVersion),
        };
      }),
    },
  });

  return {
    filters: ["name", "id", "installationType"],
    bulkLimit: mostComponents,
    *rows() {
      desk.look();
      for (const pack of packs.values()) yield toRow(pack);
    },
    get(id) {
      desk.look(id);
      const pack = packs.get(id);
      return pack && toRow(pack);
    },
    create(body) {
      const installationType = textOf(body, "installationType") || "SINGLE";
      if (installationType !== "SINGLE" && installationType !== "MULTI") {
        throw badRequest(`The installation type ${installationType} is not SINGLE or MULTI.`);
      }
      const pack: PlatformPack = {
        id: randomUUID(),
        name: nameFor(body),
        description: descriptionOf(body),
        installationType,
        components: [],
        wasReleased: false,
      };
      pack.components = chosenComponents(state, pack, body);
      packs.set(pack.id, pack);
      return toRow(pack);
    },
    update(id, body) {
      const pack = find(id);
      const name = nameFor(body, pack);
      if (pack.installationType === "MULTI" && name !== pack.name) {
        throw badRequest("The name of an integration pack with multiple attachments cannot be changed.");
      }
      const description = descriptionOf(body);
      pack.components = chosenComponents(state, pack, body);
      pack.name = name;
      pack.description = description;
      return toRow(pack);
    },
    delete(id) {
      const pack = packs.get(id);
      if (!pack) return false;
      desk.drop(pack);
      for (const shared of [...state.sharedPacks.values()]) {
        if (shared.packId === id) state.sharedPacks.delete(shared.id);
      }
      return packs.delete(id);
    },
  };
}

function descriptionOf(body: Row): string {
  const description = textOf(body, "Description");
  if (Array.from(description).length > longestDescription) {
    throw badRequest(`The description is longer than ${longestDescription} characters.`);
  }
  return description;
}

/** The components after an update: those in the body. A released one that is left out leaves with the next release. */
function chosenComponents(state: PlatformState, pack: PlatformPack, body: Row): PackedComponent[] {
  const listed = listOf(body, "PublisherPackagedComponents", "PublisherPackagedComponent") ?? [];
  const named = new Set(listed.map((row) => textOf(row, "componentId")));
  const deletes = textOf(body, "operationType") === "DELETE";
  const stays = (id: string) => named.has(id) !== deletes;

  const present = pack.components
    .filter(({ componentId, currentVersion }) => stays(componentId) || currentVersion !== "")
    .map((component) => ({ ...component, deleted: !stays(component.componentId) }));
  const held = new Set(pack.components.map(({ componentId }) => componentId));
  const added = deletes
    ? []
    : [...named].filter((id) => !held.has(id)).map((id) => newComponent(state, pack, id));
  const components = [...present, ...added];
  if (components.length > mostComponents) {
    throw badRequest(`An integration pack has at most ${mostComponents} components.`);
  }
  return components;
}

function newComponent(state: PlatformState, pack: PlatformPack, componentId: string): PackedComponent {
  const component = state.components.get(componentId);
  if (!component) throw badRequest(`The component ${componentId} does not exist.`);
  const [newest] = shareableVersions(component);
  if (!newest) {
    throw badRequest(`The component ${componentId} has no packaged component that can be shared.`);
  }
  if (pack.installationType === "MULTI" && component.type === "webservice") {
    throw badRequest("API Service components cannot be added to a pack with multiple attachments.");
  }
  return {
    componentId,
    componentName: component.name,
    componentType: component.type,
    currentVersion: "",
    pendingVersion: newest.packageVersion,
    deleted: false,
  };
}
