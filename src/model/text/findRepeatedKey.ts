/** An object or list that the search is inside of. */
interface Container {
  /** The keys so far. Left out for a list. */
  readonly keys?: Set<string>;
  /** The key or index of the present entry. */
  entry: string | number;
  /** Whether the next string of an object is a key. Left out for a list. */
  awaitsKey?: boolean;
}

/**
 * Finds the first key that an object of a valid JSON text has twice: the path of keys and indexes that leads to it.
 * `JSON.parse` silently drops the earlier value, so what a person reads first would not be what the program reads.
 */
export function findRepeatedKey(json: string): (string | number)[] | undefined {
  const containers: Container[] = [];
  for (let at = 0; at < json.length; at++) {
    const container = containers.at(-1);
    switch (json.charAt(at)) {
      case "{":
        containers.push({ keys: new Set(), entry: "", awaitsKey: true });
        break;
      case "[":
        containers.push({ entry: 0 });
        break;
      case "}":
      case "]":
        containers.pop();
        break;
      case ",":
        if (container) toNextEntry(container);
        break;
      case '"': {
        const end = endOfString(json, at);
        if (container?.keys && container.awaitsKey) {
          container.entry = unquote(json.slice(at, end));
          container.awaitsKey = false;
          if (container.keys.has(container.entry)) return containers.map(({ entry }) => entry);
          container.keys.add(container.entry);
        }
        at = end - 1;
        break;
      }
    }
  }
  return undefined;
}

function toNextEntry(container: Container): void {
  if (typeof container.entry === "number") container.entry += 1;
  else container.awaitsKey = true;
}

/** The index after the closing quotation mark of the string that starts at `start`. */
function endOfString(json: string, start: number): number {
  let end = start + 1;
  while (end < json.length && json[end] !== '"') end += json[end] === "\\" ? 2 : 1;
  return end + 1;
}

/** The text of a JSON string. */
function unquote(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
