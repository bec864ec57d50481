/** The argument at the index, if it is a text. */
export function textArgument(args: readonly unknown[], index: number): string | undefined {
  const arg = args[index];
  return typeof arg === "string" ? arg : undefined;
}
