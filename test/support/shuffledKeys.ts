import fc from "fast-check";

/** A copy of plain data in which every object has its keys in another order. */
export function shuffledKeys<T>(value: T, g: fc.GeneratorValue): T;
export function shuffledKeys(value: unknown, g: fc.GeneratorValue): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => shuffledKeys(each, g));
  const entries = Object.entries(value).map(([key, each]) => [key, shuffledKeys<unknown>(each, g)]);
  return Object.fromEntries(g(() => fc.shuffledSubarray(entries, { minLength: entries.length }))) as unknown;
}
