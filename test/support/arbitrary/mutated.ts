import fc from "fast-check";

// JSON documents with one change, to compare how two descriptions of a format judge them.

type Node = Record<string, unknown> | unknown[];

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** Every object and list in a document. */
function nodesOf(value: unknown): Node[] {
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
}

/** A copy with one random change: a value is replaced by one of `values`, or a key is removed or added. */
export function mutated(document: unknown, values: readonly unknown[], g: fc.GeneratorValue): unknown {
  const copy: unknown = structuredClone(document);
  const node = g(() => fc.constantFrom(...nodesOf(copy)));
  const keys = [...Object.keys(node), "unknown"];
  const key = g(() => fc.constantFrom(...keys));
  const value = g(() => fc.constantFrom(...values));
  if (Array.isArray(node)) {
    node[Number.isNaN(Number(key)) ? node.length : Number(key)] = value ?? null;
  } else if (value === undefined) {
    Reflect.deleteProperty(node, key);
  } else {
    node[key] = value;
  }
  return copy;
}

/** The keys that a JSON Schema does not describe. */
export function undescribedKeys(schema: unknown): string[] {
  return nodesOf(schema)
    .filter((node) => !Array.isArray(node) && isNode(node["properties"]))
    .flatMap((node) => (Array.isArray(node) ? [] : Object.entries(node["properties"] ?? {})))
    .filter(([, property]) => isNode(property) && !("description" in property) && !("$ref" in property))
    .map(([key]) => key);
}
