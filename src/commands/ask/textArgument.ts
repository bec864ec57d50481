/** The argument at the index, if code passed a text there. */
export function textArgument(args: readonly unknown[], index: number): string | undefined {
  const arg = args[index];
  return typeof arg === "string" ? arg : undefined;
}
