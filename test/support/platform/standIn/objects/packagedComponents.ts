import { randomUUID } from "node:crypto";
import type { SnapshotVersion } from "../../../../../src/model/snapshot/snapshot.ts";
import type { World } from "./objects.ts";
import { findPackaged, packagedVersions, type Packaged } from "./packagedVersions.ts";
import { textOf, type PlatformObject, type Row } from "../platformObject.ts";
import { badRequest, MissingObject } from "../refusal.ts";
import type { PlatformComponent } from "./state.ts";

/** `PackagedComponent`: the packaged versions, which are created, deleted and restored. */
export function packagedComponents(world: World): PlatformObject {
  const { state, modes } = world;

  const find = (packageId: string): Packaged => {
    const packaged = findPackaged(state, packageId);
    if (!packaged) throw new MissingObject("Packaged component", packageId);
    return packaged;
  };

  const replace = ({ component, version }: Packaged, changed: SnapshotVersion): void => {
    const versions = component.versions.map((each) => (each === version ? changed : each));
    state.components.set(component.componentId, { ...component, versions });
  };

  const isInUse = ({ component: { componentId }, version: { packageVersion } }: Packaged): boolean =>
    [...state.packs.values()].some(({ components }) =>
      components.some(
        (each) =>
          each.componentId === componentId &&
          (each.currentVersion === packageVersion || each.pendingVersion === packageVersion),
      ),
    );

  const restore = (body: Row): Row => {
    const packaged = find(textOf(body, "packageId"));
    const { component, version } = packaged;
    const isSame =
      textOf(body, "componentId") === component.componentId &&
      textOf(body, "packageVersion") === version.packageVersion;
    if (!isSame) throw badRequest("The packaged component is another one.");
    if (!version.deleted) throw badRequest("The packaged component is not deleted.");
    const restored = { ...version, deleted: false };
    replace(packaged, restored);
    return toRow({ component, version: restored });
  };

  return {
    filters: [
      "packageId",
      "packageVersion",
      "componentId",
      "componentVersion",
      "componentType",
      "createdBy",
      "createdDate",
      "notes",
      "shareable",
      "deleted",
      "branchName",
    ],
    bulkLimit: 100,
    *rows() {
      for (const packaged of packagedVersions(state)) yield toRow(packaged);
    },
    get: (id) => {
      const packaged = findPackaged(state, id);
      const isHidden = packaged?.version.deleted === true && modes().deletedVersions === "listed";
      return packaged && !isHidden ? toRow(packaged) : undefined;
    },
    create(body) {
      if (textOf(body, "packageId") !== "") return restore(body);
      const component = state.components.get(textOf(body, "componentId"));
      if (!component) throw new MissingObject("Component", textOf(body, "componentId"));
      const version = newVersion(world, component, body);
      state.components.set(component.componentId, {
        ...component,
        versions: [...component.versions, version],
      });
      return toRow({ component, version });
    },
    delete(id) {
      const packaged = findPackaged(state, id);
      if (!packaged || packaged.version.deleted) return false;
      // What Boomi does is not documented; nobody is to rely on it.
      if (isInUse(packaged)) throw badRequest("The packaged component is in use.");
      replace(packaged, { ...packaged.version, deleted: true });
      return true;
    },
  };
}

/** The version of the component as it is in the build: somebody has saved another revision since the latest one was packaged. */
function newVersion({ user, now }: World, component: PlatformComponent, body: Row): SnapshotVersion {
  const { versions } = component;
  const packageVersion = textOf(body, "packageVersion");
  if (packageVersion === "") throw badRequest("The package version is required.");
  if (versions.some((version) => version.packageVersion === packageVersion)) {
    throw badRequest(`The package version ${packageVersion} exists already.`);
  }
  return {
    packageId: randomUUID(),
    packageVersion,
    componentVersion: Math.max(0, ...versions.map(({ componentVersion }) => componentVersion)) + 1,
    createdDate: `${now().toISOString().slice(0, 19)}Z`,
    createdBy: user,
    notes: textOf(body, "notes"),
    shareable: body["shareable"] === true,
    deleted: false,
    branchName: textOf(body, "branchName") || "main",
    folder: versions.at(-1)?.folder ?? "",
  };
}

function toRow({ component, version }: Packaged): Row {
  return {
    packageId: version.packageId,
    packageVersion: version.packageVersion,
    componentId: component.componentId,
    componentVersion: version.componentVersion,
    componentType: component.type,
    createdDate: version.createdDate,
    createdBy: version.createdBy,
    notes: version.notes,
    fullyPubliclyConsumable: false,
    shareable: version.shareable,
    deleted: version.deleted,
    branchName: version.branchName,
  };
}
