import { findNodeAtLocation, findNodeAtOffset, getNodePath, parseTree, type Node } from "jsonc-parser";
import type { PlanPlace } from "../model/plan/check/planCheck.ts";
import type { PlannedComponent, ReleasePlan } from "../model/plan/releasePlan.ts";

/** The keys and indexes that lead to a place in a document. */
type Keys = readonly (string | number)[];

/** A part of a text, in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A version of a component in a plan. */
export interface PlannedVersion {
  readonly component: PlannedComponent;
  readonly packageVersion: string;
  readonly span: TextSpan;
}

/** Where the parts of a plan are in the text of its file. */
export class PlanPositions {
  readonly #root: Node | undefined;
  readonly #firstError: TextSpan | undefined;

  constructor(text: string) {
    const errors: { error: number; offset: number; length: number }[] = [];
    this.#root = parseTreeOf(text, errors);
    const [first] = errors;
    this.#firstError = first && { start: first.offset, end: first.offset + Math.max(first.length, 1) };
  }

  /** The place that the keys lead to, or the nearest one around it. For what has several lines, its key or its first character. */
  spanOf(keys: Keys): TextSpan {
    if (this.#firstError && keys.length === 0) return this.#firstError;
    for (let length = keys.length; length >= 0; length--) {
      const node = this.#root && findNodeAtLocation(this.#root, keys.slice(0, length));
      if (node) return markOf(node);
    }
    return { start: 0, end: 1 };
  }

  /** The place of a difference in the pack at the index. */
  spanOfPlace(plan: ReleasePlan, packIndex: number, place: PlanPlace | undefined): TextSpan {
    return this.spanOf(keysOf(plan, packIndex, place));
  }

  /** The version of a component at the offset; nothing elsewhere. */
  versionAt(plan: ReleasePlan, offset: number): PlannedVersion | undefined {
    const node = this.#root && findNodeAtOffset(this.#root, offset);
    const isKey = node?.parent?.type === "property" && node.parent.children?.[0] === node;
    if (node?.type !== "string" || isKey) return undefined;
    const [packs, packIndex, components, componentIndex, key] = getNodePath(node);
    if (packs !== "packs" || components !== "components") return undefined;
    const component = plan.packs[Number(packIndex)]?.components[Number(componentIndex)];
    if (!component) return undefined;
    const packageVersion = versionOf(component, key);
    return packageVersion ? { component, packageVersion, span: spanOfNode(node) } : undefined;
  }
}

function versionOf(component: PlannedComponent, key: string | number | undefined): string | null | undefined {
  if (key === "from") return component.from;
  return key === "to" || key === "packageId" ? component.to : undefined;
}

function keysOf({ packs }: ReleasePlan, packIndex: number, place: PlanPlace | undefined): Keys {
  const pack = packs[packIndex];
  if (!place || (place.key === "replaces" && !pack?.replaces)) return ["packs", packIndex, "packId"];
  if (!("componentId" in place)) return place.key === "date" ? ["date"] : ["packs", packIndex, place.key];
  const { componentId, key } = place;
  const at = (pack?.components ?? []).findIndex((component) => component.componentId === componentId);
  return ["packs", packIndex, "components", at, key];
}

/** The part of a node that is marked. */
function markOf(node: Node): TextSpan {
  if (node.type !== "object" && node.type !== "array") return spanOfNode(node);
  const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  return key ? spanOfNode(key) : { start: node.offset, end: node.offset + 1 };
}

function spanOfNode({ offset, length }: Node): TextSpan {
  return { start: offset, end: offset + length };
}

/** The parser descends by calls. A document that is nested too deep for it is no plan. */
function parseTreeOf(
  text: string,
  errors: { error: number; offset: number; length: number }[],
): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
