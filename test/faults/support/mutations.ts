import type { Random } from "./random.ts";

type Node = Record<string, unknown> | unknown[];

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** Every object and list in a document. */
function nodesOf(value: unknown): Node[] {
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
}

const prototypeKeys = ["__proto__", "constructor", "toString"] as const;

/** A value that is unexpected almost everywhere. */
function strangeValue(random: Random): unknown {
  return random.pick<() => unknown>([
    () => null,
    () => true,
    () => -1,
    () => 1.5,
    () => 1e308,
    () => Number.MAX_SAFE_INTEGER + 1,
    () => "",
    () => "constructor",
    () => "half a \ud83d",
    () => "x".repeat(100_000),
    () => "2026-02-30",
    () => [],
    () => ({}),
    () => nested(500),
    () => JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
    () => Array.from({ length: 2_000 }, (_, at) => at),
  ])();
}

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? { of: value } : [value];
  return value;
}

/**
 * A copy of a document with one to three random changes: a value is replaced by a strange one or by another part of the
 * document, a text is changed, or a key is removed or added, possibly one that could reach a prototype.
 */
export function mutated(document: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(document);
  const nodes = nodesOf(copy).filter((node) => Object.keys(node).length > 0);
  const [first, ...others] = nodes;
  if (!first || random.below(50) === 0) return strangeValue(random);
  const all: readonly [Node, ...Node[]] = [first, ...others];
  for (let changes = 1 + random.below(3); changes > 0; changes -= 1) change(random.pick(all), all, random);
  return copy;
}

function change(node: Node, all: readonly [Node, ...Node[]], random: Random): void {
  const keys = Object.keys(node);
  const key = keys[random.below(keys.length)] ?? "unknown";
  switch (random.below(6)) {
    case 0:
      define(node, key, strangeValue(random));
      break;
    case 1:
      Reflect.deleteProperty(node, key);
      break;
    case 2:
      define(node, random.pick([...prototypeKeys, "unknown"]), strangeValue(random));
      break;
    case 3:
      define(node, key, structuredClone(Object.values(random.pick(all))[0]));
      break;
    case 4:
      define(node, random.pick(prototypeKeys), structuredClone(Reflect.get(node, key)));
      break;
    default:
      define(
        node,
        key,
        changedText(JSON.stringify(Reflect.get(node, key) ?? "").replace(/^"|"$/g, ""), random),
      );
  }
}

/** Defines an own property. Assigning `__proto__` would set the prototype instead. */
function define(node: Node, key: string, value: unknown): void {
  Reflect.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A text that is cut, doubled, or has something inserted. */
export function changedText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return random.pick<() => string>([
    () => text.slice(0, at),
    () => text.slice(at),
    () => text + text,
    () =>
      `${text.slice(0, at)}${random.pick(["\0", "{", '"', "<", "\u202e", "[".repeat(20_000), "9".repeat(400)])}${text.slice(at)}`,
  ])();
}
