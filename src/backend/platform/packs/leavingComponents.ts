import type * as v from "valibot";
import type { PackComponent } from "../../../model/pack/pack.ts";
import type { packSchema } from "../http/readers.ts";

/** A component of a pack as the platform gives it. */
export type ComponentRow = v.InferOutput<typeof packSchema>["PublisherPackagedComponents"]["rows"][number];

/** The components of a pack, each with whether it leaves. */
export interface InterpretedComponents {
  readonly components: PackComponent[];
  /** Whether it is clear which ones leave. */
  readonly isClear: boolean;
}

/** Which components stay and which leave, by a change or a release that was made from here, or by what a person said. */
interface KnownComponents {
  readonly staying: ReadonlySet<string>;
  readonly leaving: ReadonlySet<string>;
}

/**
 * Finds out which components leave their packs with the next release. By the text of Boomi's documentation `deleted` says so;
 * but every example of it has `deleted: true` on every component, also on those that stay. So:
 *
 * - a component with a pending version stays
 * - `deleted` of the others counts in an account in which at least one component was seen without it
 * - elsewhere only what was done or said here counts
 * - where all components of a pack seem to leave, that is clear only if it was done or said here
 */
export class LeavingComponents {
  #isMarkUsed = false;
  readonly #known = new Map<string, KnownComponents>();
  readonly #confirmed = new Map<string, { readonly state: string; readonly leaving: ReadonlySet<string> }>();

  /** Whether a component was seen of which the platform says that it stays, so that the mark says something. */
  get isMarkUsed(): boolean {
    return this.#isMarkUsed;
  }

  /** Takes note of the components of any pack. */
  observe(rows: readonly ComponentRow[]): void {
    this.#isMarkUsed ||= rows.some(({ deleted }) => deleted === false);
  }

  interpret(packId: string, rows: readonly ComponentRow[]): InterpretedComponents {
    const marked = rows.filter(seemsToLeave).map(({ componentId }) => componentId);
    const { leaving, isClear } = this.#decide(packId, rows, marked);
    const components = rows.map((row) => ({ ...row, deleted: leaving.has(row.componentId) }));
    return { components, isClear };
  }

  /** Remembers what a change or a release from here left of the pack. */
  remember(packId: string, staying: readonly string[], leaving: readonly string[]): void {
    this.#confirmed.delete(packId);
    this.#known.set(packId, { staying: new Set(staying), leaving: new Set(leaving) });
  }

  /** Remembers which components leave, as a person says of exactly this state of the pack. */
  confirm(packId: string, rows: readonly ComponentRow[], leaving: readonly string[]): void {
    const ids = new Set(leaving);
    const staying = rows.map(({ componentId }) => componentId).filter((id) => !ids.has(id));
    this.remember(packId, staying, leaving);
    this.#confirmed.set(packId, { state: stateOf(rows), leaving: ids });
  }

  #decide(packId: string, rows: readonly ComponentRow[], marked: readonly string[]) {
    if (marked.length === 0) return { leaving: new Set<string>(), isClear: true };
    const confirmed = this.#confirmed.get(packId);
    if (confirmed?.state === stateOf(rows)) return { leaving: confirmed.leaving, isClear: true };
    const known = this.#known.get(packId);
    if (this.#isMarkUsed) {
      const isClear = marked.length < rows.length || marked.every((id) => known?.leaving.has(id));
      return { leaving: new Set(marked), isClear };
    }
    if (known && marked.every((id) => known.staying.has(id) || known.leaving.has(id))) {
      return { leaving: new Set(marked.filter((id) => known.leaving.has(id))), isClear: true };
    }
    return { leaving: new Set(marked), isClear: false };
  }
}

function seemsToLeave({ deleted, pendingVersion }: ComponentRow): boolean {
  return deleted === true && pendingVersion === "";
}

function stateOf(rows: readonly ComponentRow[]): string {
  const states = rows.map(({ componentId, currentVersion, pendingVersion, deleted }) =>
    JSON.stringify([componentId, currentVersion, pendingVersion, deleted]),
  );
  return JSON.stringify(states.sort());
}
