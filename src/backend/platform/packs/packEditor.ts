import * as l10n from "@vscode/l10n";
import * as v from "valibot";
import { errors, IntegrationPacksError } from "../../../errors/errors.ts";
import { versionErrors } from "../../../errors/versionErrors.ts";
import type { PackComponent } from "../../../model/pack/pack.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import { canBeChosen, newestFirst } from "../../../model/pack/packagedVersion.ts";
import type { AddableComponent, NewPack, PackEdit } from "../../../model/pack/packEdit.ts";
import {
  checkAddition,
  checkNewPack,
  checkPackEdit,
  checkUndelete,
  checkUndoubted,
  componentOf,
  canContain,
} from "../../../model/pack/packRules.ts";
import type { PackEditingFacet } from "../../facets/packEditingFacet.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import type { PackReader, PlatformPack } from "./packReader.ts";
import { urlPart } from "../http/urlPart.ts";
import { platformErrors } from "../http/platformErrors.ts";
import { bulkGetIfAllowed } from "../http/bulk.ts";
import { objectKinds } from "../http/objectKinds.ts";
import { equals, oneOf, query } from "../http/queries.ts";
import { packagedComponentSchema, packSchema } from "../http/readers.ts";
import type { Operations } from "../../../base/operations.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import { updatePack } from "./updatePack.ts";
import type { VersionReader } from "./versionReader.ts";

const object = "PublisherIntegrationPack";

/** What changing packs takes. */
export interface PackEditorOptions {
  readonly client: PlatformClient;
  readonly packs: PackReader;
  readonly versions: VersionReader;
  readonly records: Pick<ReleaseRecords, "removePack">;
  readonly operations: Operations;
  readonly announceChange: () => void;
}

/**
 * Creates, changes and deletes packs. The platform removes the components that an update of a pack leaves out, so each change
 * reads the pack anew, sends every component that stays, and is refused if the pack is not what the user saw.
 */
export class PackEditor implements PackEditingFacet {
  readonly #options: PackEditorOptions;

  constructor(options: PackEditorOptions) {
    this.#options = options;
  }

  async createPack(input: NewPack): Promise<string> {
    const { client, packs } = this.#options;
    const others = await packs.list();
    const pack = checkNewPack(input, others);
    if (pack.deploymentModel === "legacy") {
      throw errors.invalidRequest(
        l10n.t(
          "The Boomi Platform API cannot create packs of the legacy deployment model. Create the pack in Boomi.",
        ),
      );
    }
    const { name, description: Description, installationType } = pack;
    const body = JSON.stringify({ name, Description, installationType });
    const request = { method: "POST", path: object, body } as const;
    const made = await client.change(object, request, v.pick(packSchema, ["id", "name"]));
    const isAnother =
      others.some(({ packId }) => packId === made.id) || (made.name !== "" && made.name !== name);
    if (isAnother) throw platformErrors.changeUnknown(platformErrors.otherObject(object));
    this.#changed(made.id);
    return made.id;
  }

  async editPack(packId: string, edit: PackEdit): Promise<void> {
    const { packs } = this.#options;
    const [pack, others] = await Promise.all([
      this.#freshAsSeen(packId),
      edit.name === undefined ? [] : packs.list(),
    ]);
    const changes = checkPackEdit(pack, edit, others);
    if (Object.keys(changes).length > 0) await this.#update(pack, staying(pack), changes);
  }

  async deletePack(packId: string): Promise<void> {
    const { client, packs, records } = this.#options;
    await packs.fresh(packId);
    const path = `${object}/${urlPart(packId)}`;
    await this.#change(packId, () => client.change(object, { method: "DELETE", path }, v.unknown()));
    // The pack is deleted, whatever the records say: what is scheduled for a pack that is gone is removed when it is looked up.
    await records.removePack(packId).catch(ignoreUnavailable);
  }

  async listAddableComponents(packId: string): Promise<AddableComponent[]> {
    const { client, packs } = this.#options;
    const pack = await packs.get(packId);
    const types = (["process", "webservice"] as const).filter((type) => canContain(pack, type));
    const { rows } = await query(client, "PackagedComponent", packagedComponentSchema, {
      operator: "and",
      nestedExpression: [equals("shareable", "true"), oneOf("componentType", types)],
    });
    const present = new Set(pack.components.map(({ componentId }) => componentId));
    const newest = new Map<string, (typeof rows)[number]>();
    for (const row of rows.filter(canBeChosen).sort(newestFirst)) {
      const offered = !present.has(row.componentId) && canContain(pack, row.componentType);
      if (offered && !newest.has(row.componentId)) newest.set(row.componentId, row);
    }
    const metadata = await bulkGetIfAllowed(client, objectKinds.componentMetadata, [...newest.keys()]);
    return [...newest.values()]
      .map(({ componentId, componentType, packageVersion }) => ({
        componentId,
        componentName:
          metadata.get(componentId)?.name || packs.findComponent(componentId)?.componentName || componentId,
        componentType,
        latestVersion: packageVersion,
      }))
      .sort((one, other) => compareNames(one.componentName, other.componentName));
  }

  async addComponents(packId: string, componentIds: readonly string[]): Promise<void> {
    const ids = [...new Set(componentIds)];
    const [pack, versions] = await Promise.all([this.#freshAsSeen(packId), this.#options.versions.list(ids)]);
    const added = ids.map((componentId) => {
      const known = versions.get(componentId) ?? [];
      const [newest] = known;
      if (!newest) throw versionErrors.componentNotFound(componentId);
      const { componentName, componentType } = newest;
      const latestVersion = known.find(canBeChosen)?.packageVersion;
      return { componentId, componentName, componentType, latestVersion };
    });
    checkAddition(pack, added);
    await this.#update(pack, [...staying(pack), ...ids]);
  }

  async removeComponent(packId: string, componentId: string): Promise<void> {
    const pack = await this.#freshAsSeen(packId);
    const { deleted } = componentOf(pack, componentId);
    if (deleted) return;
    await this.#update(
      pack,
      staying(pack).filter((id) => id !== componentId),
    );
  }

  async confirmLeaving(packId: string, componentIds: readonly string[]): Promise<void> {
    const { packs, announceChange } = this.#options;
    await packs.confirmLeaving(packId, componentIds);
    announceChange();
  }

  async undeleteComponent(packId: string, componentId: string): Promise<void> {
    const pack = await this.#freshAsSeen(packId);
    checkUndelete(componentOf(pack, componentId));
    await this.#update(pack, [...staying(pack), componentId]);
  }

  /** The pack as it is right now. @throws as `checkUndoubted`; `Conflict` when it has other components than those last shown */
  async #freshAsSeen(packId: string): Promise<PlatformPack> {
    const { packs } = this.#options;
    const seen = packs.lastSeen(packId);
    const pack = await packs.fresh(packId);
    checkUndoubted(pack);
    if (!seen || listing(seen) === listing(pack)) return pack;
    this.#options.announceChange();
    throw platformErrors.packChanged(pack.name);
  }

  #update(pack: PlatformPack, componentIds: readonly string[], changes: PackEdit = {}): Promise<void> {
    const { client, packs } = this.#options;
    return this.#change(pack.packId, async () => {
      await updatePack(client, pack, componentIds, changes);
      packs.remember(pack.packId, componentIds);
    });
  }

  /** Sends a change. Whatever its outcome, what was read before may be old. */
  async #change(packId: string, send: () => Promise<unknown>): Promise<void> {
    try {
      await this.#options.operations.run(send, platformErrors.aborted);
    } finally {
      this.#changed(packId);
    }
  }

  #changed(packId: string): void {
    this.#options.packs.forget(packId);
    this.#options.announceChange();
  }
}

function ignoreUnavailable(error: unknown): void {
  if (!(error instanceof IntegrationPacksError) || error.code !== "StoreUnavailable") throw error;
}

/** The components that stay in the pack. */
function staying({ components }: PlatformPack): string[] {
  return components.filter(({ deleted }) => !deleted).map(({ componentId }) => componentId);
}

function listing({ components }: { readonly components: readonly PackComponent[] }): string {
  return JSON.stringify(components.map(({ componentId, deleted }) => [componentId, deleted]).sort());
}
