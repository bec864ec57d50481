import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import type { Operations } from "../../../base/operations.ts";
import { errors } from "../../../errors/errors.ts";
import { versionErrors } from "../../../errors/versionErrors.ts";
import { packageVersionProblem, storableProblem } from "../../../model/pack/inputProblems.ts";
import type { Component } from "../../../model/pack/component.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import type { NewPackagedVersion, PackagedVersion } from "../../../model/pack/packagedVersion.ts";
import { throwProblem } from "../../../model/pack/packRules.ts";
import { versionIn } from "../../../model/release/release.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { PackagingFacet } from "../../facets/packagingFacet.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { platformErrors } from "../http/platformErrors.ts";
import { equals, oneOf, query } from "../http/queries.ts";
import { listedComponentSchema, packagedComponentSchema } from "../http/readers.ts";
import { urlPart } from "../http/urlPart.ts";
import type { VersionReader } from "./versionReader.ts";

const object = "PackagedComponent";

/** What the answer to creating or restoring a version is compared with. */
const madeSchema = v.pick(packagedComponentSchema, ["packageId", "componentId", "packageVersion"]);

/** What creates a version, or restores the one that `packageId` names. */
interface PackagedComponentBody {
  readonly componentId: string;
  readonly packageVersion: string;
  readonly packageId?: string;
  readonly notes?: string;
  readonly shareable?: boolean;
  readonly branchName?: string;
}

/** Options of packaging. */
export interface PackagingOptions {
  readonly client: PlatformClient;
  readonly versions: VersionReader;
  readonly operations: Operations;
  /** All packs as they are right now, with what is scheduled. */
  readonly listPacks: () => Promise<readonly IntegrationPack[]>;
  readonly announceChange: () => void;
}

/** Packages versions of the account's components, deletes them and restores them. */
export class PlatformPackaging implements PackagingFacet {
  readonly packagesBuild = true;
  readonly #options: PackagingOptions;

  constructor(options: PackagingOptions) {
    this.#options = options;
  }

  async listComponents(): Promise<Component[]> {
    const { rows } = await query(this.#options.client, "ComponentMetadata", listedComponentSchema, {
      operator: "and",
      nestedExpression: [
        oneOf("type", ["process", "webservice"]),
        equals("currentVersion", "true"),
        equals("deleted", "false"),
      ],
    });
    return [...new Map(rows.map((row) => [row.componentId, row])).values()]
      .map(({ componentId, name, type }) => ({ componentId, name: name || componentId, type }))
      .sort((one, other) => compareNames(one.name, other.name));
  }

  async createVersion(version: NewPackagedVersion): Promise<string> {
    const { component, notes, shareable, branchName, xml } = version;
    if (!("componentId" in component)) throw errors.invalidRequest(newComponentProblem());
    if (xml !== "") throw errors.invalidRequest(xmlProblem());
    const { componentId } = component;
    const { versions } = this.#options;
    versions.forget(componentId);
    const earlier = (await versions.list([componentId])).get(componentId) ?? [];
    throwProblem(
      packageVersionProblem(version.packageVersion, earlier) ??
        storableProblem(notes) ??
        storableProblem(branchName ?? ""),
    );
    const packageVersion = version.packageVersion.trim();
    const made = await this.#change(componentId, {
      componentId,
      packageVersion,
      notes,
      shareable,
      ...(branchName !== undefined && branchName.trim() !== "" && { branchName: branchName.trim() }),
    });
    return made.packageId;
  }

  async deleteVersion(packageId: string): Promise<void> {
    const { client, versions, operations, listPacks } = this.#options;
    const version = await versions.fresh(packageId);
    const { componentId, componentName, packageVersion, deleted } = version;
    if (deleted) throw versionErrors.versionAlreadyDeleted(packageVersion, componentName);
    const packNames = (await listPacks()).filter((pack) => contains(pack, version)).map(({ name }) => name);
    if (packNames.length > 0) throw versionErrors.versionInUse(packageVersion, componentName, packNames);
    try {
      const path = `${object}/${urlPart(packageId)}`;
      const request = { method: "DELETE", path } as const;
      await operations.run(() => client.change(object, request, v.unknown()), platformErrors.aborted);
    } finally {
      this.#changed(componentId, packageId);
    }
  }

  async restoreVersion(packageId: string): Promise<void> {
    const { componentId, componentName, packageVersion, deleted } =
      await this.#options.versions.fresh(packageId);
    if (!deleted) throw versionErrors.versionNotDeleted(packageVersion, componentName);
    await this.#change(componentId, { packageId, componentId, packageVersion });
  }

  /** Creates or restores a version. @throws `Unreachable` also when the answer is about another version */
  async #change(componentId: string, body: PackagedComponentBody): Promise<v.InferOutput<typeof madeSchema>> {
    const { client, operations } = this.#options;
    try {
      const request = { method: "POST", path: object, body: JSON.stringify(body) } as const;
      const send = () => client.change(object, request, madeSchema);
      const made = await operations.run(send, platformErrors.aborted);
      const isSame =
        made.componentId === componentId &&
        made.packageVersion === body.packageVersion &&
        (body.packageId === undefined || made.packageId === body.packageId);
      if (!isSame) throw platformErrors.changeUnknown(platformErrors.otherObject(object));
      return made;
    } finally {
      this.#changed(componentId, body.packageId);
    }
  }

  #changed(componentId: string, packageId?: string): void {
    const { versions, announceChange } = this.#options;
    versions.forget(componentId, packageId);
    announceChange();
  }
}

/** Whether a pack has the version released, pending or scheduled. */
function contains(
  { components, scheduled }: IntegrationPack,
  { componentId, packageVersion }: PackagedVersion,
): boolean {
  const component = components.find((each) => each.componentId === componentId);
  return (
    component?.currentVersion === packageVersion ||
    component?.pendingVersion === packageVersion ||
    (scheduled !== undefined && versionIn(scheduled.versions, componentId) === packageVersion)
  );
}

function newComponentProblem(): string {
  return l10n.t(
    "Boomi packages components that are in its build. Create the component there, then package it.",
  );
}

function xmlProblem(): string {
  return l10n.t(
    "Boomi packages a component as it is in its build. Change it there, and package it without XML.",
  );
}
