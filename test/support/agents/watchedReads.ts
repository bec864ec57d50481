import type { BackendReads } from "../../../src/backend/backendReads.ts";

/** The members of a backend that a tool may use. */
const reading: ReadonlySet<string> = new Set([
  "omissions",
  "historyLimits",
  "listPackSummaries",
  "getPack",
  "listVersions",
  "listIncludedComponents",
  "getComponentXml",
  "history",
  "installations",
  "installations.read",
  "installations.latest",
  "plans",
  "plans.draft",
  "plans.check",
]);

/** Wraps a backend so that every member which a tool may not use throws, and the used ones are noted in `used`. */
export function watchedReads(backend: BackendReads, used: Set<string>): BackendReads {
  return watch(backend, "", used);
}

function watch<T extends object>(target: T, path: string, used: Set<string>): T {
  return new Proxy(target, {
    get(_, key) {
      const name = `${path}${String(key)}`;
      // A promise that resolves to the backend asks for it.
      if (key === "then") return undefined;
      used.add(name);
      if (!reading.has(name)) throw new Error(`A tool used ${name}`);
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value === "function") return value.bind(target) as unknown;
      return typeof value === "object" && value !== null ? watch(value, `${name}.`, used) : value;
    },
  });
}
