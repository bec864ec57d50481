import type * as v from "valibot";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { compareNames } from "../../../model/text/compareNames.ts";
import type { packSchema } from "../http/readers.ts";
import { LeavingComponents, type ComponentRow } from "./leavingComponents.ts";

/** A pack as an answer contains it. */
export type PackRow = v.InferOutput<typeof packSchema>;

/** A pack as the platform gives it: what is scheduled is not in it. */
export type PlatformPack = Omit<IntegrationPack, "scheduled"> & {
  /** The description was not in the answer, so that a change must not send one. */
  readonly lacksDescription?: true;
};

/** Turns answers about packs into packs, with what was seen and done before: an answer may leave out what a pack contains. */
export class PackInterpreter {
  readonly #leaving = new LeavingComponents();
  /** The components of each pack, as they were last listed or as a change from here left them. */
  readonly #lastRows = new Map<string, readonly ComponentRow[]>();
  /** The components of all packs, by their ids. */
  readonly #components = new Map<string, ComponentRow>();

  /** Whether the platform marks only some components of the account as deleted, so that its marks say something. */
  get isMarkUsed(): boolean {
    return this.#leaving.isMarkUsed;
  }

  /** Whether the pack was ever seen with a list of its components, be it an empty one. */
  hasSeen(packId: string): boolean {
    return this.#lastRows.has(packId);
  }

  /** The component as one of the packs that were read contains it. */
  findComponent(componentId: string): ComponentRow | undefined {
    return this.#components.get(componentId);
  }

  /** The packs of a list, whose marks are interpreted together. */
  toPacks(rows: readonly PackRow[]): PlatformPack[] {
    for (const { PublisherPackagedComponents } of rows)
      this.#leaving.observe(PublisherPackagedComponents.rows);
    return rows.map((row) => this.toPack(row));
  }

  toPack(row: PackRow): PlatformPack {
    const { id, name, Description, installationType, PublisherPackagedComponents: list } = row;
    this.#leaving.observe(list.rows);
    const rows = list.isListed ? uniqueRows(list.rows) : this.#rowsWithoutList(id);
    const { components, isClear } = this.#leaving.interpret(id, rows);
    const isIncomplete = list.unreadable > 0 || name === "" || (!list.isListed && rows.length > 0);
    const doubt = isIncomplete ? "incomplete" : isClear ? undefined : "leaving";
    if (list.isListed) this.#lastRows.set(id, rows);
    for (const each of rows) this.#components.set(each.componentId, each);
    return {
      packId: id,
      name: name || id,
      description: Description ?? "",
      installationType,
      deploymentModel: "packaged",
      components: components.sort((one, other) => compareNames(one.componentName, other.componentName)),
      ...(doubt && { doubt }),
      ...(Description === undefined && { lacksDescription: true }),
    };
  }

  /** Remembers what a change from here left in the pack. What was never released and does not stay has left at once. */
  remember(packId: string, staying: readonly string[]): void {
    const stays = new Set(staying);
    const rows = (this.#lastRows.get(packId) ?? []).filter(
      ({ componentId, currentVersion }) => stays.has(componentId) || currentVersion !== "",
    );
    this.#lastRows.set(packId, rows);
    const leaving = rows.map(({ componentId }) => componentId).filter((id) => !stays.has(id));
    this.#leaving.remember(packId, staying, leaving);
  }

  /** Remembers which components of the pack leave, as a person says. */
  confirmLeaving(packId: string, leaving: readonly string[]): void {
    this.#leaving.confirm(packId, this.#lastRows.get(packId) ?? [], leaving);
  }

  /** The pack still contains what was seen before, unless all of that was to leave. */
  #rowsWithoutList(packId: string): readonly ComponentRow[] {
    const rows = this.#lastRows.get(packId) ?? [];
    const { components, isClear } = this.#leaving.interpret(packId, rows);
    return isClear && components.every(({ deleted }) => deleted) ? [] : rows;
  }
}

/** Each component once: a row that comes twice is one component. */
function uniqueRows(rows: readonly ComponentRow[]): ComponentRow[] {
  return [...new Map(rows.map((row) => [row.componentId, row])).values()];
}
