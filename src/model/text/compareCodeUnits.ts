/** Compares texts by their UTF-16 code units, for what is written for others: the same order on every machine. */
export function compareCodeUnits(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
